package dev.cordon.nft.ruleset;

import java.util.List;

/// One rule of a chain.
///
/// @param tests all must hold; none means always
public record Line(List<Test> tests, Ending ending) {

    public Line {
        tests = List.copyOf(tests);
    }

    public static Line always(Ending ending) {
        return new Line(List.of(), ending);
    }
}
