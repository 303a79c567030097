package dev.cordon.controlplane.command;

import dev.cordon.model.state.Change;
import java.util.List;

/// What the control plane concludes about a command.
public sealed interface Decision {

    /// @param changes in an order in which every reference leads somewhere after each; empty if
    ///     what was asked for is so already
    record Accepted(List<Change> changes, Answer answer) implements Decision {

        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    record Rejected(Rejection rejection) implements Decision {}

    static Decision accepted(Answer answer, Change... changes) {
        return new Accepted(List.of(changes), answer);
    }

    static Decision rejected(Rejection rejection) {
        return new Rejected(rejection);
    }
}
