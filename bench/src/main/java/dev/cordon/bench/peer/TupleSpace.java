package dev.cordon.bench.peer;

import dev.cordon.bench.draw.FlowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tuple-space search: one hash table for each combination of prefix lengths and of whether the
/// destination port is exact.
///
/// Prefix lengths are rounded down to whole bytes, since many tables cost more than longer chains.
/// The tables are tried in the order of their best rule, until none that is left can be better than
/// what was found. Protocols and ranges of ports are compared in the chain.
///
/// @see "Srinivasan, Suri, Varghese: Packet Classification Using Tuple Space Search, SIGCOMM 1999"
/// @see "Pfaff et al.: The Design and Implementation of Open vSwitch, NSDI 2015 (the early stop)"
/// @see "Daly et al.: TupleMerge: Fast Software Packet Processing for Online Packet Classification,
///     IEEE/ACM Transactions on Networking 27 (2019) (fewer tables)"
final class TupleSpace implements Classifier {

    /// What the rules of one table compare exactly.
    private record Tuple(int peerMask, int localMask, boolean hasPort) {}

    private final Entries entries;
    private final Table[] tables;

    /// The next rule in the same bucket; every rule is in one table.
    private final int[] after;

    TupleSpace(Entries entries) {
        this.entries = entries;
        this.after = new int[entries.count];
        Map<Tuple, List<Integer>> rulesOf = new LinkedHashMap<>();
        for (int i = 0; i < entries.count; i++) {
            rulesOf.computeIfAbsent(tuple(entries, i), tuple -> new ArrayList<>())
                    .add(i);
        }
        tables = rulesOf.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(table -> table.best))
                .toArray(Table[]::new);
    }

    private static Tuple tuple(Entries entries, int i) {
        return new Tuple(
                Entries.mask(entries.peerLength[i] & -Byte.SIZE),
                Entries.mask(entries.localLength[i] & -Byte.SIZE),
                entries.destinationFirst[i] == entries.destinationLast[i]);
    }

    private Table table(Tuple tuple, List<Integer> rules) {
        Table table = new Table(tuple, rules);
        for (int i : rules.reversed()) {
            int bucket = table.hash(entries.peer[i], entries.local[i], entries.destinationFirst[i]);
            after[i] = table.heads[bucket];
            table.heads[bucket] = i;
        }
        return table;
    }

    @Override
    public int first(FlowTable flows, int row) {
        int found = Integer.MAX_VALUE;
        for (Table table : tables) {
            if (table.best > found) {
                break;
            }
            for (int i = table.chain(flows, row); i < found; i = after[i]) {
                if (entries.matches(i, flows, row)) {
                    found = i;
                }
            }
        }
        return found == Integer.MAX_VALUE ? NONE : found;
    }

    /// Chains of rules, each ascending and ended by the largest number.
    private static final class Table {

        private final int peerMask;
        private final int localMask;
        private final int portMask;
        private final int best;
        private final int[] heads;
        private final int shift;

        Table(Tuple tuple, List<Integer> rules) {
            peerMask = tuple.peerMask;
            localMask = tuple.localMask;
            portMask = tuple.hasPort ? -1 : 0;
            best = rules.getFirst();
            int lengthBits = 33 - Integer.numberOfLeadingZeros(rules.size());
            heads = new int[1 << lengthBits];
            shift = 32 - lengthBits;
            Arrays.fill(heads, Integer.MAX_VALUE);
        }

        int chain(FlowTable flows, int row) {
            return heads[hash(flows.peerBits(row), flows.localBits(row), flows.destinationPort(row))];
        }

        private int hash(int peer, int local, int port) {
            int mixed = (peer & peerMask) * 0x9e3779b1 ^ (local & localMask) * 0x85ebca6b;
            mixed = (mixed ^ mixed >>> 15) + (port & portMask) * 0xc2b2ae35;
            return (mixed ^ mixed >>> 13) * 0x9e3779b1 >>> shift;
        }
    }
}
