package dev.cordon.nft.interpret;

import dev.cordon.model.verdict.Verdict;
import java.util.List;

/// What becomes of a packet.
///
/// @param verdicts of the chains that judged it, in their order; the last one dropped it, if it was
///     dropped by policy
public record Fate(Outcome outcome, List<Verdict> verdicts) {

    public enum Outcome {
        PASSES,
        DROPPED,
        DROPPED_AS_INVALID,
        DROPPED_AS_FORGED,
        DROPPED_AT_CLOSED_LINK
    }

    public Fate {
        verdicts = List.copyOf(verdicts);
    }
}
