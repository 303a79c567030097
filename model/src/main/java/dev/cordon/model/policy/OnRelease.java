package dev.cordon.model.policy;

/// What becomes of a secondary ENI when its instance is deleted.
public enum OnRelease {
    KEPT,
    DELETED
}
