package dev.cordon.nft.ruleset;

import java.util.List;

/// What is done with the packets of one ENI and direction: the first line that matches decides.
///
/// A packet that is accepted goes back to the base chain, so that the other side is asked as well.
public record Chain(String name, List<Line> lines) {

    public Chain {
        lines = List.copyOf(lines);
    }
}
