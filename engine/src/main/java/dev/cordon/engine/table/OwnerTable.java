package dev.cordon.engine.table;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Which ENIs have an address, or a delegated block of one length: from the first address of the
/// block to the indices of its owners. Immutable; an edited copy shares the chunks that were not
/// edited.
///
/// Implementation note: open addressing with linear probing inside of chunks, so that an edit
/// copies one chunk. An entry is as wide as the family needs: for IPv4 one long of address and
/// owner, for IPv6 two longs of address and one of the owner. The VPC is mixed into the hash but
/// not stored: whoever finds an owner looks at its VPC anyway, and goes on if it is another one.
final class OwnerTable {

    static final int CHUNK_SHIFT = 9;
    static final int SLOTS = 1 << CHUNK_SHIFT;
    static final int SLOT_MASK = SLOTS - 1;

    /// In an entry's owner: another entry may have the same address.
    static final int SHARED = 1 << 31;

    /// Owners of one address in one VPC; the API lets no two have one.
    static final int OWNER_COUNT_MAX = 32;

    private static final int LOAD_MAX_PERCENT = 75;
    private static final int CHUNK_LOAD_MAX = SLOTS * 9 / 10;

    static final OwnerTable EMPTY_V4 = empty(1);
    static final OwnerTable EMPTY_V6 = empty(3);

    private final long[][] chunks;
    private final int[] counts;
    private final int count;
    private final int width;
    private final boolean crowded;

    private OwnerTable(long[][] chunks, int[] counts, int count, int width, boolean crowded) {
        this.chunks = chunks;
        this.counts = counts;
        this.count = count;
        this.width = width;
        this.crowded = crowded;
    }

    private static OwnerTable empty(int width) {
        return new OwnerTable(new long[1][SLOTS * width], new int[1], 0, width, false);
    }

    static long hash(int space, long high, long low) {
        long mixed = (low ^ space * 0x9e3779b97f4a7c15L ^ Long.rotateLeft(high * 0xff51afd7ed558ccdL, 31))
                * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 29;
    }

    /// Returns the chunk in which all addresses with a hash are.
    long[] chunk(long hash) {
        return chunks[(int) (hash >>> 32) & chunks.length - 1];
    }

    /// Returns the slot in its chunk from which an address with a hash is looked for.
    static int slot(long hash) {
        return (int) hash & SLOT_MASK;
    }

    boolean isEmpty() {
        return count == 0 && !crowded;
    }

    /// Tells whether an owner was left out, because its address has [#OWNER_COUNT_MAX] others. From
    /// then on the table is no answer.
    boolean isCrowded() {
        return crowded;
    }

    /// @param spaceOf the VPC of an owner that is in the table
    Edit edit(IntUnaryOperator spaceOf) {
        return new Edit(this, spaceOf);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private final IntUnaryOperator spaceOf;
        private final int width;
        private long[][] chunks;
        private int[] counts;
        private boolean[] own;
        private int count;
        private boolean crowded;

        private Edit(OwnerTable from, IntUnaryOperator spaceOf) {
            this.spaceOf = spaceOf;
            this.width = from.width;
            this.chunks = from.chunks.clone();
            this.counts = from.counts.clone();
            this.own = new boolean[chunks.length];
            this.count = from.count;
            this.crowded = from.crowded;
        }

        void add(long high, long low, int owner) {
            long hash = hash(spaceOf.applyAsInt(owner), high, low);
            int at = ownChunk(hash);
            if (counts[at] >= CHUNK_LOAD_MAX || (count + 1) * 100L > (long) chunks.length * SLOTS * LOAD_MAX_PERCENT) {
                rehash(chunks.length * 2);
                at = ownChunk(hash);
            }
            if (insert(chunks[at], slot(hash), high, low, owner + 1)) {
                counts[at]++;
                count++;
            } else {
                crowded = true;
            }
        }

        private int ownChunk(long hash) {
            int at = (int) (hash >>> 32) & chunks.length - 1;
            if (!own[at]) {
                chunks[at] = chunks[at].clone();
                own[at] = true;
            }
            return at;
        }

        /// Marks all entries of the address as shared if there are several.
        ///
        /// @return whether there was room for one more
        private boolean insert(long[] chunk, int from, long high, long low, int owner) {
            int slot = from;
            int others = 0;
            while (owner(chunk, slot) != 0) {
                if (isAt(chunk, slot, high, low)) {
                    write(chunk, slot, high, low, owner(chunk, slot) | SHARED);
                    others++;
                }
                slot = slot + 1 & SLOT_MASK;
            }
            if (others == OWNER_COUNT_MAX) {
                return false;
            }
            write(chunk, slot, high, low, others == 0 ? owner : owner | SHARED);
            return true;
        }

        /// Takes an entry out; the rest of its chunk is placed anew.
        void remove(long high, long low, int owner) {
            int at = ownChunk(hash(spaceOf.applyAsInt(owner), high, low));
            long[] before = chunks[at];
            long[] after = new long[before.length];
            int found = 0;
            for (int slot = 0; slot < SLOTS; slot++) {
                int other = (owner(before, slot) & ~SHARED) - 1;
                boolean gone = other == owner && isAt(before, slot, high, low);
                found += gone ? 1 : 0;
                if (other >= 0 && !gone) {
                    replace(before, slot, after);
                }
            }
            chunks[at] = after;
            counts[at] -= found;
            count -= found;
        }

        private void replace(long[] from, int slot, long[] to) {
            int owner = owner(from, slot) & ~SHARED;
            long high = width == 1 ? 0 : from[slot * 3];
            long low = width == 1 ? from[slot] >>> 32 : from[slot * 3 + 1];
            insert(to, slot(hash(spaceOf.applyAsInt(owner - 1), high, low)), high, low, owner);
        }

        private void rehash(int chunkCount) {
            long[][] before = chunks;
            chunks = new long[chunkCount][SLOTS * width];
            counts = new int[chunkCount];
            own = new boolean[chunkCount];
            Arrays.fill(own, true);
            for (long[] chunk : before) {
                for (int slot = 0; slot < SLOTS; slot++) {
                    int owner = owner(chunk, slot) & ~SHARED;
                    if (owner != 0) {
                        long high = width == 1 ? 0 : chunk[slot * 3];
                        long low = width == 1 ? chunk[slot] >>> 32 : chunk[slot * 3 + 1];
                        int at = (int) (hash(spaceOf.applyAsInt(owner - 1), high, low) >>> 32) & chunkCount - 1;
                        replace(chunk, slot, chunks[at]);
                        counts[at]++;
                    }
                }
            }
        }

        private int owner(long[] chunk, int slot) {
            return (int) chunk[width == 1 ? slot : slot * 3 + 2];
        }

        private boolean isAt(long[] chunk, int slot, long high, long low) {
            return width == 1 ? chunk[slot] >>> 32 == low : chunk[slot * 3] == high && chunk[slot * 3 + 1] == low;
        }

        private void write(long[] chunk, int slot, long high, long low, int owner) {
            if (width == 1) {
                chunk[slot] = low << 32 | Integer.toUnsignedLong(owner);
            } else {
                chunk[slot * 3] = high;
                chunk[slot * 3 + 1] = low;
                chunk[slot * 3 + 2] = Integer.toUnsignedLong(owner);
            }
        }

        OwnerTable done() {
            return new OwnerTable(chunks, counts, count, width, crowded);
        }
    }
}
