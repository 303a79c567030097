package dev.cordon.bench.peer;

import dev.cordon.bench.draw.FlowTable;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Decision trees that cut one field into equal parts at each node, as HiCuts does, over rules that
/// were split by whether their blocks are small, as CutSplit does: then cuts copy few rules.
///
/// Trees are walked in the order of their best rule, until none that is left can be better than
/// what was found.
///
/// @see "Gupta, McKeown: Packet Classification using Hierarchical Intelligent Cuttings, Hot
///     Interconnects 1999"
/// @see "Li et al.: CutSplit: A Decision-Tree Combining Cutting and Splitting for Scalable Packet
///     Classification, INFOCOM 2018"
final class DecisionTree implements Classifier {

    private static final int SMALL_LENGTH_BITS = 16;

    private final Entries entries;
    private final TreeBuilder.Tree[] trees;
    private final int[] code;

    DecisionTree(Entries entries) {
        this.entries = entries;
        TreeBuilder builder = new TreeBuilder(entries);
        this.trees = IntStream.range(0, 4)
                .mapToObj(kind -> rules(kind))
                .filter(rules -> rules.length > 0)
                .map(builder::tree)
                .sorted(Comparator.comparingInt(TreeBuilder.Tree::best))
                .toArray(TreeBuilder.Tree[]::new);
        this.code = builder.code();
    }

    /// Returns the rules whose blocks are both, one, the other, or none of them small.
    private int[] rules(int kind) {
        return IntStream.range(0, entries.count)
                .filter(i -> kind
                        == (entries.peerLength[i] >= SMALL_LENGTH_BITS ? 1 : 0)
                                + (entries.localLength[i] >= SMALL_LENGTH_BITS ? 2 : 0))
                .toArray();
    }

    @Override
    public int first(FlowTable flows, int row) {
        int found = TreeBuilder.END;
        for (TreeBuilder.Tree tree : trees) {
            if (tree.best() > found) {
                break;
            }
            int at = leaf(tree.root(), flows, row) + 1;
            for (int i = code[at]; i < found; i = code[++at]) {
                if (entries.matches(i, flows, row)) {
                    found = i;
                }
            }
        }
        return found == TreeBuilder.END ? NONE : found;
    }

    private int leaf(int root, FlowTable flows, int row) {
        int at = root;
        int head = code[at];
        while (head != TreeBuilder.LEAF) {
            int value = switch (head & 7) {
                case TreeBuilder.PEER -> flows.peerBits(row);
                case TreeBuilder.LOCAL -> flows.localBits(row);
                case TreeBuilder.SOURCE_PORT -> flows.sourcePort(row);
                case TreeBuilder.DESTINATION_PORT -> flows.destinationPort(row);
                default -> flows.protocol(row);
            };
            int part = value >>> (head >>> 3 & 31) & (1 << (head >>> 8)) - 1;
            at = code[at + 1 + part];
            head = code[at];
        }
        return at;
    }
}
