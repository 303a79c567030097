package dev.cordon.nft.ruleset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lines that are tried in their order until one of them ends.
///
/// @param name tells the [Table] that it is in, and all that its lines look into or go to
/// @param hook of a base chain; other chains are entered from lines and elements
public record Chain(String name, Optional<Hook> hook, List<Line> lines) {

    public Chain {
        lines = List.copyOf(lines);
    }

    public static Chain base(String name, Hook hook, List<Line> lines) {
        return new Chain(name, Optional.of(hook), lines);
    }

    /// Returns what its lines give to sessions that begin.
    public Stream<Timeout> timeouts() {
        return lines.stream()
                .flatMap(line -> line.ending() instanceof Ending.Keeps(var timeout) ? Stream.of(timeout) : Stream.of());
    }

    public static Chain of(String name, List<Line> lines) {
        return new Chain(name, Optional.empty(), lines);
    }
}
