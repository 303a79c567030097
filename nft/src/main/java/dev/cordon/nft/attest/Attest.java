package dev.cordon.nft.attest;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.HostRules;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.lower.Scope;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.text.Listing;
import dev.cordon.nft.text.RulesetReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Compares what a kernel holds with what the engine says, of every new flow of every bound link.
///
/// The engine is the judge wherever policy is asked; of what is done before (forged addresses, what
/// a link needs to work, closed links) it knows nothing, and there the judge is what would be
/// lowered. Flows are asked about in boxes, of which one packet stands for all: neither the kernel,
/// nor what would be lowered, nor the engine looks at anything in which packets of a box differ.
public final class Attest {

    /// Boxes that are asked about, so that a proof ends: some minutes.
    public static final long BOXES_MAX = 20_000_000;

    private final HostView view;
    private final Ground ground;
    private final Exploration exploration = new Exploration(BOXES_MAX);
    private final Map<Led, Boolean> proved = new HashMap<>();
    private final Map<EniId, Map<Direction, Scope>> scopes = new HashMap<>();

    /// Rules of the kernel that a scope is led to.
    private record Led(String chain, Scope scope) {}

    private Attest(Ruleset kernel, Ruleset lowered, HostView view, Collection<Binding> bindings) {
        this.view = view;
        List<EniPolicy> policies = bindings.stream()
                .flatMap(binding -> view.enis().get(binding.eni()).stream())
                .distinct()
                .toList();
        policies.forEach(policy -> scopes.put(
                policy.eni(),
                Map.of(
                        Direction.INGRESS,
                        Scope.of(policy, Direction.INGRESS),
                        Direction.EGRESS,
                        Scope.of(policy, Direction.EGRESS))));
        Stream<Clauses> clauses = policies.stream().flatMap(policy -> Stream.of(policy.ingress(), policy.egress()));
        this.ground = new Ground(kernel, lowered, clauses);
    }

    /// @param listing as the kernel prints our tables
    /// @param bindings all of the host
    /// @param asked tells which of them to look at
    public static Attestation of(
            Listing listing, HostView view, HostRules rules, Collection<Binding> bindings, Predicate<Binding> asked) {
        Ruleset lowered = Lower.fresh(rules).next(view, bindings).getLast();
        RulesetReader.Reading reading = RulesetReader.read(listing, view, lowered);
        return reading.foreign().isEmpty()
                ? new Attest(reading.ruleset(), lowered, view, bindings)
                        .run(bindings.stream()
                                .filter(Binding::isHeld)
                                .filter(asked)
                                .toList())
                : new Attestation.Foreign(reading.foreign());
    }

    private Attestation run(Collection<Binding> bindings) {
        List<Passage> passages = bindings.stream()
                .flatMap(binding -> Passage.of(binding).stream())
                .toList();
        int left = passages.size();
        for (Passage passage : passages) {
            Optional<Finding> found = differs(passage);
            if (found.isPresent()) {
                Finding is = found.get();
                return new Attestation.Differs(passage, is.flow(), is.is(), is.should());
            }
            if (exploration.isSpent()) {
                return new Attestation.Unproved(exploration.boxes(), left);
            }
            left--;
        }
        return new Attestation.Equal(bindings.size(), exploration.boxes());
    }

    private Optional<Finding> differs(Passage passage) {
        PassageQuestion question = new PassageQuestion(ground, passage);
        boolean led = exploration.ask(question).isEmpty();
        return led && question.ledTo().stream().allMatch(chain -> saysWhatItShould(chain, passage))
                ? Optional.empty()
                : exploration.ask(new WholeQuestion(ground, passage, view));
    }

    private boolean saysWhatItShould(String chain, Passage passage) {
        Scope scope = Optional.ofNullable(scopes.get(passage.binding().eni()))
                .map(both -> both.get(passage.direction()))
                .orElseThrow();
        return proved.computeIfAbsent(new Led(chain, scope), this::prove);
    }

    private boolean prove(Led led) {
        ScopeQuestion question =
                new ScopeQuestion(ground, led.chain(), led.scope().asClauses());
        return question.holdsForAllLinks() && exploration.ask(question).isEmpty();
    }
}
