package dev.cordon.model.policy;

/// Whether the platform compares a packet's addresses with those of the ENI. It is kept, and has no
/// effect here.
public enum SourceDestCheck {
    OFF,
    ON
}
