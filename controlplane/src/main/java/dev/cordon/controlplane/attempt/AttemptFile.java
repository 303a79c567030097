package dev.cordon.controlplane.attempt;

import dev.cordon.wire.record.Attempt;
import java.util.List;
import java.util.function.Supplier;

/// Where attempts outlive the process.
interface AttemptFile {

    /// Nowhere.
    AttemptFile NONE = new AttemptFile() {

        @Override
        public List<Attempt> read() {
            return List.of();
        }

        @Override
        public void append(Attempt attempt, Supplier<List<Attempt>> kept) {}
    };

    List<Attempt> read();

    /// @param kept all that are kept, for when there is too much that is not
    void append(Attempt attempt, Supplier<List<Attempt>> kept);
}
