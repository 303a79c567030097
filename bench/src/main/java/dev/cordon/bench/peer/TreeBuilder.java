package dev.cordon.bench.peer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Builds the nodes of decision trees into one array.
///
/// An inner node is its head, which holds the field in 3 bits, the shift in 5 and the count of bits
/// that choose a part above; then where the node of each part begins. A leaf is [#LEAF], its rules
/// ascending, and [#END].
final class TreeBuilder {

    static final int PEER = 0;
    static final int LOCAL = 1;
    static final int SOURCE_PORT = 2;
    static final int DESTINATION_PORT = 3;
    static final int PROTOCOL = 4;

    static final int LEAF = -1;
    static final int END = Integer.MAX_VALUE;

    private static final int[] LENGTH_BITS = {32, 32, 16, 16, 8};
    private static final int LEAF_RULE_COUNT = 8;
    private static final int CUT_LENGTH_BITS_MAX = 6;
    private static final int DEPTH_MAX = 24;
    private static final int CODE_LENGTH_MAX = 8_000_000;

    /// How many copies of rules and parts a cut may make for each rule.
    private static final int SPACE_FACTOR = 4;

    /// @param best the first rule of the tree
    record Tree(int root, int best) {}

    /// The values of each field that lead to a node: the first one, and how many bits are open.
    private record Region(List<Long> firsts, List<Integer> openBits) {
        static final Region ALL = new Region(
                List.of(0L, 0L, 0L, 0L, 0L), Arrays.stream(LENGTH_BITS).boxed().toList());

        long last(int field) {
            return firsts.get(field) + (1L << openBits.get(field)) - 1;
        }

        /// Returns the part of this region that a cut of one field makes.
        Region part(int field, int cutBits, int part) {
            Long[] firstOf = firsts.toArray(Long[]::new);
            Integer[] openOf = openBits.toArray(Integer[]::new);
            openOf[field] -= cutBits;
            firstOf[field] += (long) part << openOf[field];
            return new Region(List.of(firstOf), List.of(openOf));
        }
    }

    /// @param largest rules of the fullest part
    private record Cut(int field, int bits, int largest) {}

    private final long[][] firsts;
    private final long[][] lasts;
    private final Map<List<Integer>, Integer> leaves = new HashMap<>();
    private int[] code = new int[1024];
    private int length;

    TreeBuilder(Entries entries) {
        firsts = new long[entries.count][];
        lasts = new long[entries.count][];
        for (int i = 0; i < entries.count; i++) {
            boolean isAny = entries.protocol[i] == Entries.ANY_PROTOCOL;
            long peer = Integer.toUnsignedLong(entries.peer[i]);
            long local = Integer.toUnsignedLong(entries.local[i]);
            firsts[i] = new long[] {
                peer, local, entries.sourceFirst[i], entries.destinationFirst[i], isAny ? 0 : entries.protocol[i]
            };
            lasts[i] = new long[] {
                peer + (1L << 32 - entries.peerLength[i]) - 1,
                local + (1L << 32 - entries.localLength[i]) - 1,
                entries.sourceLast[i],
                entries.destinationLast[i],
                isAny ? 255 : entries.protocol[i]
            };
        }
    }

    int[] code() {
        return Arrays.copyOf(code, length);
    }

    /// @param rules ascending
    Tree tree(int[] rules) {
        return new Tree(node(rules, Region.ALL, 0), rules[0]);
    }

    private int node(int[] rules, Region region, int depth) {
        int[] visible = visible(rules, region);
        Cut cut = visible.length <= LEAF_RULE_COUNT || depth == DEPTH_MAX || length > CODE_LENGTH_MAX
                ? new Cut(PEER, 0, visible.length)
                : bestCut(visible, region);
        if (cut.largest >= visible.length) {
            return leaf(visible);
        }
        int partCount = 1 << cut.bits;
        int shift = region.openBits.get(cut.field) - cut.bits;
        int at = allocate(1 + partCount);
        code[at] = cut.field | shift << 3 | cut.bits << 8;
        for (int part = 0; part < partCount; part++) {
            int child = node(visible, region.part(cut.field, cut.bits, part), depth + 1);
            code[at + 1 + part] = child;
        }
        return at;
    }

    /// Returns the rules that reach into a region, up to the first that fills it.
    private int[] visible(int[] rules, Region region) {
        int[] visible = new int[rules.length];
        int count = 0;
        for (int i : rules) {
            boolean reaches = true;
            boolean fills = true;
            for (int field = PEER; field <= PROTOCOL; field++) {
                reaches &= firsts[i][field] <= region.last(field) && region.firsts.get(field) <= lasts[i][field];
                fills &= firsts[i][field] <= region.firsts.get(field) && region.last(field) <= lasts[i][field];
            }
            if (reaches) {
                visible[count++] = i;
            }
            if (fills) {
                break;
            }
        }
        return Arrays.copyOf(visible, count);
    }

    /// Returns the cut whose fullest part is smallest; for each field the finest one that does not
    /// copy too many rules.
    private Cut bestCut(int[] rules, Region region) {
        Cut best = new Cut(PEER, 0, rules.length);
        for (int field = PEER; field <= PROTOCOL; field++) {
            for (int bits = 1; bits <= Math.min(CUT_LENGTH_BITS_MAX, region.openBits.get(field)); bits++) {
                int[] counts = countParts(rules, region, field, bits);
                int copies = Arrays.stream(counts).sum();
                int largest = Arrays.stream(counts).max().orElse(0);
                if (copies + counts.length > SPACE_FACTOR * rules.length) {
                    break;
                }
                if (largest < best.largest) {
                    best = new Cut(field, bits, largest);
                }
            }
        }
        return best;
    }

    private int[] countParts(int[] rules, Region region, int field, int bits) {
        int[] counts = new int[1 << bits];
        int shift = region.openBits.get(field) - bits;
        long start = region.firsts.get(field);
        for (int i : rules) {
            long first = Math.max(firsts[i][field], start) - start >>> shift;
            long last = Math.min(lasts[i][field], region.last(field)) - start >>> shift;
            for (int part = (int) first; part <= last; part++) {
                counts[part]++;
            }
        }
        return counts;
    }

    private int leaf(int[] rules) {
        return leaves.computeIfAbsent(Arrays.stream(rules).boxed().toList(), key -> {
            int at = allocate(rules.length + 2);
            code[at] = LEAF;
            System.arraycopy(rules, 0, code, at + 1, rules.length);
            code[at + 1 + rules.length] = END;
            return at;
        });
    }

    private int allocate(int count) {
        int at = length;
        length += count;
        if (length > code.length) {
            code = Arrays.copyOf(code, Math.max(length, 2 * code.length));
        }
        return at;
    }
}
