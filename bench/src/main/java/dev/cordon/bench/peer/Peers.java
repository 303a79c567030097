package dev.cordon.bench.peer;

import dev.cordon.bench.draw.FlowTable;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.RuleId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Optional;

/// The classifiers of the comparison, over the ingress rules of one ENI.
public final class Peers {

    private final Entries entries;

    private Peers(Entries entries) {
        this.entries = entries;
    }

    /// @throws IllegalArgumentException if a rule names something else than IPv4 blocks
    public static Peers of(PolicyState state, Eni eni) {
        return new Peers(Entries.of(state, eni));
    }

    public static List<String> names() {
        return List.of("linear", "tuple-space", "decision-tree");
    }

    public Classifier named(String name) {
        return switch (name) {
            case "linear" -> new LinearScan(entries);
            case "tuple-space" -> new TupleSpace(entries);
            case "decision-tree" -> new DecisionTree(entries);
            default -> throw new IllegalArgumentException("no classifier `" + name + "`");
        };
    }

    /// Returns the rule of an index, as classifiers count them.
    public Optional<RuleId> rule(int index) {
        return index == Classifier.NONE ? Optional.empty() : Optional.of(entries.ids.get(index));
    }

    /// Compares a classifier with a linear scan on the first flows of a table.
    ///
    /// @throws IllegalStateException if they disagree
    public void check(Classifier classifier, FlowTable flows, int count) {
        Classifier oracle = new LinearScan(entries);
        for (int row = 0; row < count; row++) {
            int wanted = oracle.first(flows, row);
            int got = classifier.first(flows, row);
            if (wanted != got) {
                throw new IllegalStateException(
                        "rule " + got + " instead of " + wanted + " for `" + flows.flow(row) + "`");
            }
        }
    }
}
