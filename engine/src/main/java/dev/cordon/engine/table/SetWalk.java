package dev.cordon.engine.table;

import dev.cordon.engine.decide.FlowColumns;

/// Finds the entry of [SetRules] that decides a flow.
///
/// Implementation note: entries are tried four at a time and without branches, because where the
/// first match is cannot be foretold.
final class SetWalk {

    private static final int TRIED_AT_ONCE = 4;
    private static final int PLACE_BITS = 16;

    private final RefChunks<ListTable> lists;

    SetWalk(RefChunks<ListTable> lists) {
        this.lists = lists;
    }

    /// Returns the number of the verdict on a flow whose peer is told by
    /// [one line][PeerGroups#isOneLine].
    ///
    /// @param run of the flow's service, that the rules know
    int verdict(long[] rules, int run, FlowColumns flows, int row, PeerGroups peer) {
        int masks = SetRules.masks(rules, run);
        int verdict = Verdicts.NEXT;
        for (int word = 0; verdict == Verdicts.NEXT; word++) {
            long left = left(rules, masks, word, flows, row);
            int from = SetRules.entries(rules, word);
            int entry = flows.isV6(row)
                    ? first6(rules, from, left, flows, row, peer)
                    : first4(rules, from, left, flows.peerLow(row), peer);
            verdict = SetRules.verdict(rules, entry);
        }
        return verdict;
    }

    /// Returns the number of the verdict on a flow whose peer's address has any number of owners.
    int verdict(long[] rules, int run, FlowColumns flows, int row, PeerGroups peer, Sharing sharing) {
        int masks = SetRules.masks(rules, run);
        int verdict = Verdicts.NEXT;
        for (int word = 0; verdict == Verdicts.NEXT; word++) {
            long left = left(rules, masks, word, flows, row);
            int entry = entry(rules, word, left);
            while (!matches(rules, entry, flows, row, peer, sharing)) {
                left &= left - 1;
                entry = entry(rules, word, left);
            }
            verdict = SetRules.verdict(rules, entry);
        }
        return verdict;
    }

    private static int entry(long[] rules, int word, long left) {
        return SetRules.entries(rules, word) + Long.numberOfTrailingZeros(left) * SetRules.ENTRY_LENGTH;
    }

    /// Returns the entries of a word of which only the peer is not looked at yet.
    private long left(long[] rules, int masks, int word, FlowColumns flows, int row) {
        int head = SetRules.word(rules, word);
        long left = rules[masks + word] & rules[head + SetRules.FAMILY + flows.family(row)];
        return (left & rules[head + SetRules.SPECIAL]) == 0
                ? left
                : Specials.without(left, rules, word, flows, row, lists);
    }

    private static boolean matches(
            long[] rules, int entry, FlowColumns flows, int row, PeerGroups peer, Sharing sharing) {
        int group = (int) rules[entry];
        if ((rules[entry + 1] & SetRules.SHARES) != 0) {
            return sharing == Sharing.CONNECTS && peer.hasOtherIn(group);
        }
        long differs = flows.isV6(row)
                ? differs6(rules, entry, flows.peerHigh(row), flows.peerLow(row))
                : differs4(rules, entry, flows.peerLow(row));
        return differs == 0 && (group == 0 || peer.has(group));
    }

    /// Tries entries for a peer of IPv4. The last of them always matches; it is tried in place of
    /// those that are missing to a number that is tried at once.
    private static int first4(long[] rules, int from, long left, long address, PeerGroups of) {
        int[] peer = of.chunk();
        int line = of.place();
        int factor = peer[line + SetLines.FACTOR];
        long last = Long.highestOneBit(left);
        long rest = left;
        while (true) {
            int a = from + (Long.numberOfTrailingZeros(rest) << 1);
            rest = rest & rest - 1 | last;
            int b = from + (Long.numberOfTrailingZeros(rest) << 1);
            rest = rest & rest - 1 | last;
            int c = from + (Long.numberOfTrailingZeros(rest) << 1);
            rest = rest & rest - 1 | last;
            int d = from + (Long.numberOfTrailingZeros(rest) << 1);
            rest = rest & rest - 1 | last;
            long misses = miss4(rules, a, address, factor, peer, line)
                    | miss4(rules, b, address, factor, peer, line) << 1
                    | miss4(rules, c, address, factor, peer, line) << 2
                    | miss4(rules, d, address, factor, peer, line) << 3;
            int first = Long.numberOfTrailingZeros(~misses);
            if (first < TRIED_AT_ONCE) {
                long tried = a | (long) b << PLACE_BITS | (long) c << 2 * PLACE_BITS | (long) d << 3 * PLACE_BITS;
                return (int) (tried >>> first * PLACE_BITS) & SetRules.PLACE_MASK;
            }
        }
    }

    /// Returns 0 if an entry matches, else 1.
    private static long miss4(long[] rules, int entry, long address, int factor, int[] peer, int line) {
        long differs = differs4(rules, entry, address) | foreign((int) rules[entry], factor, peer, line);
        return (differs | -differs) >>> 63;
    }

    /// Returns the bits in which an address of IPv4 is outside of the block that an entry asks for.
    private static long differs4(long[] rules, int entry, long address) {
        return (rules[entry] >>> 32 ^ address) >>> rules[entry + 1];
    }

    /// Returns 0 if the peer is in a group.
    private static int foreign(int group, int factor, int[] peer, int line) {
        return peer[line + SetLines.placeOf(group, factor)] ^ group;
    }

    private static int first6(long[] rules, int from, long left, FlowColumns flows, int row, PeerGroups of) {
        int[] peer = of.chunk();
        int line = of.place();
        int factor = peer[line + SetLines.FACTOR];
        long high = flows.peerHigh(row);
        long low = flows.peerLow(row);
        long rest = left;
        while (true) {
            int entry = from + (Long.numberOfTrailingZeros(rest) << 1);
            if ((differs6(rules, entry, high, low) | foreign((int) rules[entry], factor, peer, line)) == 0) {
                return entry;
            }
            rest &= rest - 1;
        }
    }

    private static long differs6(long[] rules, int entry, long high, long low) {
        int block = (int) rules[entry + 1] >>> SetRules.BLOCK_SHIFT & SetRules.PLACE_MASK;
        return (rules[block] ^ high) & rules[block + 1] | (rules[block + 2] ^ low) & rules[block + 3];
    }
}
