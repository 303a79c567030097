package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.controlplane.command.Rejection;
import dev.cordon.model.state.Revision;

/// What came of a command.
public sealed interface Result {

    /// It is done, and durable.
    ///
    /// @param revision the one it made
    record Executed(Revision revision, Answer answer) implements Result {}

    /// What was asked for was so already.
    ///
    /// @param revision at which it was
    record Unchanged(Revision revision, Answer answer) implements Result {}

    /// It was done by an earlier call of the same client token; nothing has changed.
    ///
    /// @param answer the text that the earlier call was answered with
    record Repeated(String answer) implements Result {}

    /// An earlier call of the same client token asked for something else; nothing has changed.
    record Mismatched() implements Result {}

    /// It cannot be done; nothing has changed.
    record Refused(Rejection rejection) implements Result {}

    /// Other writers were faster every time; nothing has changed. Ask again.
    record Contended(int attemptCount) implements Result {}
}
