package dev.cordon.store.contract;

import java.util.stream.Stream;

/// One guarantee, looked for in a recording.
@FunctionalInterface
public interface Checker {

    /// Returns each place where the guarantee was broken, in words; empty if it was kept.
    Stream<String> violations(Recording recording);
}
