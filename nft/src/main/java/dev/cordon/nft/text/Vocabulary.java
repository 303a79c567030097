package dev.cordon.nft.text;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Reason.MatchedRule;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.ruleset.Denial;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What comments and chains of denials mean at a view, so that a kernel's own words can be read
/// back as verdicts.
final class Vocabulary {

    private record Words(Action action, String comment) {}

    private final Map<Words, Verdict> verdicts = new HashMap<>();
    private final Map<String, Denial> denials = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary of(HostView view) {
        Vocabulary vocabulary = new Vocabulary();
        for (Direction direction : Direction.values()) {
            Stream.of(
                            Denial.forged(direction),
                            Denial.invalid(direction),
                            Denial.closed(direction),
                            Denial.quota(direction))
                    .forEach(vocabulary::add);
        }
        Set<Verdict> said = new HashSet<>();
        for (EniPolicy policy : view.enis().values().toList()) {
            Stream.of(policy.ingress(), policy.egress())
                    .flatMap(Vocabulary::verdicts)
                    .forEach(said::add);
        }
        said.stream().flatMap(Vocabulary::both).forEach(vocabulary::add);
        return vocabulary;
    }

    private static Stream<Verdict> verdicts(Clauses clauses) {
        return Stream.concat(clauses.inOrder().stream().map(Clause::verdict), Stream.of(clauses.otherwise()));
    }

    /// A rule may be found with the action that is not its own.
    private static Stream<Verdict> both(Verdict verdict) {
        return verdict.reason() instanceof MatchedRule
                ? Stream.of(Action.values()).map(action -> new Verdict(action, verdict.reason()))
                : Stream.of(verdict);
    }

    private void add(Verdict verdict) {
        verdicts.put(new Words(verdict.action(), Comment.of(verdict)), verdict);
        if (verdict.action() == Action.DROP) {
            List.of(Direction.values()).forEach(direction -> add(Denial.byPolicy(direction, verdict)));
        }
    }

    private void add(Denial denial) {
        denials.put(DenialText.chain(denial), denial);
    }

    Optional<Verdict> verdict(Action action, String comment) {
        return Optional.ofNullable(verdicts.get(new Words(action, comment)));
    }

    /// Returns what is denied by a chain of this name.
    Optional<Denial> denial(String chain) {
        return Optional.ofNullable(denials.get(chain));
    }
}
