package dev.cordon.model.policy;

/// Whether sharing a group connects ENIs.
///
/// Isolated is the absence of a connection, not a prohibition: it takes nothing away that a rule or
/// another group gives.
///
/// @spec https://www.alibabacloud.com/help/doc-detail/96468.htm Isolation of instances within a
///     security group
public enum IntraGroupPolicy {
    INTERCONNECTED,
    ISOLATED
}
