package dev.cordon.analysis.question;

import dev.cordon.analysis.question.Finding.Redundant;
import dev.cordon.analysis.question.Finding.Shadowed;
import dev.cordon.model.policy.RuleId;
import java.util.List;

/// The health of a group's rules.
///
/// All redundant and shadowed rules can be removed at once without changing a verdict: no finding
/// rests on a rule that is itself one of them.
///
/// @param findings one for each rule, in evaluation order, ingress first
public record Answer(List<Finding> findings) {

    public Answer {
        findings = List.copyOf(findings);
    }

    /// Returns the rules that could go because others of the same action do their work.
    public List<RuleId> redundant() {
        return rules(Redundant.class);
    }

    /// Returns the rules that others keep from doing what they say.
    public List<RuleId> shadowed() {
        return rules(Shadowed.class);
    }

    private List<RuleId> rules(Class<? extends Finding> kind) {
        return findings.stream().filter(kind::isInstance).map(Finding::rule).toList();
    }
}
