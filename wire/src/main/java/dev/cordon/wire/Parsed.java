package dev.cordon.wire;

import java.util.function.Function;

/// What came of reading something that others wrote: a value, or what is wrong with it.
public sealed interface Parsed<T> {

    record Ok<T>(T value) implements Parsed<T> {}

    /// @param problem where it is, what was wanted, and what was found instead
    record Bad<T>(String problem) implements Parsed<T> {}

    /// Returns what comes of reading on from the value; the first problem stays.
    default <R> Parsed<R> then(Function<? super T, Parsed<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Bad<T>(String problem) -> new Bad<>(problem);
        };
    }

    /// Returns the value where it is known to be good, such as what was written by ourselves.
    ///
    /// @throws IllegalStateException with the problem, if it is not
    default T orElseThrow() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Bad<T>(String problem) -> throw new IllegalStateException(problem);
        };
    }
}
