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

    /// Returns what becomes of a packet that policy is asked about once.
    public static Fate of(Verdict verdict) {
        return switch (verdict.action()) {
            case ACCEPT -> new Fate(Outcome.PASSES, List.of(verdict));
            case DROP -> new Fate(Outcome.DROPPED, List.of(verdict));
        };
    }

    public Fate {
        verdicts = List.copyOf(verdicts);
    }
}
