package dev.cordon.model.policy;

/// One line that a user wrote into a group.
///
/// @param position place in the list of its group and direction. It decides no verdict; of rules
///     that
///     are equal in evaluation order it says which one is named
public record Rule(
        RuleId id,
        SecurityGroupId group,
        Direction direction,
        RuleMatch match,
        Action action,
        Priority priority,
        int position,
        RuleDetails details)
        implements Entity {}
