package dev.cordon.controlplane.command;

/// Whether a field changes, and to what.
///
/// @param <T> what the field holds
public sealed interface Edit<T> {

    record Keep<T>() implements Edit<T> {}

    record Set<T>(T value) implements Edit<T> {}

    static <T> Edit<T> keep() {
        return new Keep<>();
    }

    /// Returns what the field holds afterwards.
    default T over(T old) {
        return switch (this) {
            case Keep<T>() -> old;
            case Set<T>(T value) -> value;
        };
    }
}
