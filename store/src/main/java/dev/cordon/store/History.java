package dev.cordon.store;

import java.util.List;

/// What came of asking for past changes.
public sealed interface History permits History.Changes, OutOfHistory {

    /// Most changes in one answer.
    int COUNT_MAX = 1_000;

    /// An answer ends with the change that takes it to this many bytes of keys and values, or over.
    long BYTE_COUNT_MAX = 16L << 20;

    /// Changes without a gap, oldest first; empty if there are none yet.
    record Changes(List<CommittedChange> oldestFirst) implements History {

        public Changes {
            oldestFirst = List.copyOf(oldestFirst);
        }
    }
}
