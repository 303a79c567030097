package dev.cordon.model.verdict;

/// How a connection ends across both ENIs.
public enum Disposition {
    DELIVERED,
    DENIED_OUT,
    DENIED_IN
}
