package dev.cordon.model.policy;

/// Whether an instance runs. Policy never looks at it.
public enum Power {
    RUNNING,
    STOPPED
}
