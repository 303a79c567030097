package dev.cordon.model.state;

import java.util.Optional;

/// What stood somewhere in one version and what stands there in the next; one of them may be
/// nothing.
public record Replaced<T>(Optional<T> before, Optional<T> after) {}
