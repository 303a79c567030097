package dev.cordon.model.policy;

/// Whether an instance may be deleted.
public enum Deletion {
    ALLOWED,
    PROTECTED
}
