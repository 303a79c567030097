package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Id;

/// Why labels cannot be changed.
public sealed interface LabelRejection extends Rejection {

    record ObjectNotFound(Id object) implements LabelRejection {}

    /// The object would have more tags than it may.
    record TagLimit(Id object, int countMax) implements LabelRejection {}
}
