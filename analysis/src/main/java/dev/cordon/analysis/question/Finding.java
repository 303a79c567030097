package dev.cordon.analysis.question;

import dev.cordon.analysis.flowset.Witness;
import dev.cordon.model.policy.RuleId;
import java.util.List;

/// What was found out about one rule among the rules of its group, with the evidence.
public sealed interface Finding {

    RuleId rule();

    /// The rule decides at least this flow.
    record Needed(RuleId rule, Witness witness) implements Finding {}

    /// Rules of the same action, evaluated earlier, match all that it matches.
    ///
    /// @param coveredBy these together, none of which can be spared; in evaluation order
    record Redundant(RuleId rule, List<RuleId> coveredBy) implements Finding {
        public Redundant {
            coveredBy = List.copyOf(coveredBy);
        }
    }

    /// Rules that are evaluated earlier match all that it matches, and some of them say the
    /// contrary: the rule does not do what it says.
    ///
    /// @param coveredBy those that decide its flows; in evaluation order
    record Shadowed(RuleId rule, List<RuleId> coveredBy) implements Finding {
        public Shadowed {
            coveredBy = List.copyOf(coveredBy);
        }
    }

    /// No flow can match, whatever the other rules are: an empty list, or two families at once.
    record MatchesNothing(RuleId rule) implements Finding {}

    /// The effort was spent before this rule was understood.
    record Undecided(RuleId rule) implements Finding {}
}
