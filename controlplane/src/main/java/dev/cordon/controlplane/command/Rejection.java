package dev.cordon.controlplane.command;

import dev.cordon.model.policy.Id;

/// Why a command is refused, with what the user needs to know to do better.
///
/// Lists of objects that stand in the way name at most [#NAMED_COUNT_MAX], smallest id first.
public sealed interface Rejection
        permits GroupRejection,
                LabelRejection,
                ListRejection,
                MemberRejection,
                NetworkRejection,
                RuleRejection,
                Rejection.IdTaken {

    int NAMED_COUNT_MAX = 10;

    /// An id that came in with the command is in use: ask again with another.
    record IdTaken(Id id) implements Rejection {}
}
