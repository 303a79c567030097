package dev.cordon.analysis.question;

import dev.cordon.analysis.flowset.Effort;
import dev.cordon.analysis.flowset.FlowSet;
import dev.cordon.analysis.flowset.FlowSpace;
import dev.cordon.analysis.question.Finding.MatchesNothing;
import dev.cordon.analysis.question.Finding.Needed;
import dev.cordon.analysis.question.Finding.Redundant;
import dev.cordon.analysis.question.Finding.Shadowed;
import dev.cordon.analysis.question.Finding.Undecided;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.state.PolicyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through the rules of one group and direction in evaluation order, and keeps those that
/// decide something: they alone can cover another rule.
final class RuleWalk {

    /// A rule that decides something, with all that it matches.
    private record Needful(RuleId rule, Action action, FlowSet flows) {}

    private final FlowSpace space;
    private final Effort effort;
    private final List<Needful> earlier = new ArrayList<>();

    RuleWalk(PolicyState state, List<Rule> inOrder, Effort effort) {
        this.space = FlowSpace.of(state, inOrder);
        this.effort = effort;
    }

    Finding next(Rule rule) {
        return space.matchedBy(rule, effort)
                .flatMap(flows -> finding(new Needful(rule.id(), rule.action(), flows)))
                .orElseGet(() -> new Undecided(rule.id()));
    }

    private Optional<Finding> finding(Needful rule) {
        if (rule.flows.isEmpty()) {
            return Optional.of(new MatchesNothing(rule.rule));
        }
        FlowSet open = rule.flows;
        List<Needful> deciding = new ArrayList<>();
        for (Needful before : earlier) {
            Optional<FlowSet> taken = open.intersect(before.flows, effort);
            Optional<FlowSet> left = open.minus(before.flows, effort);
            if (taken.isEmpty() || left.isEmpty()) {
                return Optional.empty();
            }
            if (!taken.get().isEmpty()) {
                deciding.add(before);
            }
            if (left.get().isEmpty()) {
                return covered(rule, deciding);
            }
            open = left.get();
        }
        earlier.add(rule);
        return space.witness(open).map(witness -> new Needed(rule.rule, witness));
    }

    private Optional<Finding> covered(Needful rule, List<Needful> deciding) {
        List<Needful> sameAction =
                deciding.stream().filter(before -> before.action == rule.action).toList();
        return covers(sameAction, rule)
                .flatMap(alone -> alone
                        ? unsparable(rule, sameAction).map(ids -> new Redundant(rule.rule, ids))
                        : Optional.of(new Shadowed(rule.rule, ids(deciding))));
    }

    /// Returns what is left when every rule is taken out that the others can do without.
    private Optional<List<RuleId>> unsparable(Needful rule, List<Needful> covering) {
        List<Needful> needed = new ArrayList<>(covering);
        for (Needful candidate : covering) {
            List<Needful> others =
                    needed.stream().filter(other -> !other.equals(candidate)).toList();
            Optional<Boolean> sparable = covers(others, rule);
            if (sparable.isEmpty()) {
                return Optional.empty();
            }
            if (sparable.get()) {
                needed = others;
            }
        }
        return Optional.of(ids(needed));
    }

    private Optional<Boolean> covers(List<Needful> rules, Needful rule) {
        Optional<FlowSet> open = Optional.of(rule.flows);
        for (Needful before : rules) {
            open = open.flatMap(flows -> flows.minus(before.flows, effort));
        }
        return open.map(FlowSet::isEmpty);
    }

    private static List<RuleId> ids(List<Needful> rules) {
        return rules.stream().map(Needful::rule).toList();
    }
}
