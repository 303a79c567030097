package dev.cordon.bench.peer;

import dev.cordon.bench.draw.FlowTable;

/// Tries one rule after the other: the oracle of the comparison, and the first of the peers.
final class LinearScan implements Classifier {

    private final Entries entries;

    LinearScan(Entries entries) {
        this.entries = entries;
    }

    @Override
    public int first(FlowTable flows, int row) {
        for (int i = 0; i < entries.count; i++) {
            if (entries.matches(i, flows, row)) {
                return i;
            }
        }
        return NONE;
    }
}
