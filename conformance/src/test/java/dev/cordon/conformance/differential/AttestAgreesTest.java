package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.engine.compile.HostView;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomHistory;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.attest.Attest;
import dev.cordon.nft.attest.Attestation;
import dev.cordon.nft.attest.Passage;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Interpreter;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.HostRules;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.text.Listing;
import dev.cordon.nft.text.RulesetReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// *Attest agrees*: what is lowered attests as equal. Of what is damaged, either a packet is found
/// on which interpreter and engine do differ, or they do not differ on any random flow.
final class AttestAgreesTest {

    private static final int BATCH_COUNT = 6;
    private static final int FLOWS_PER_SIDE = 60;

    @Test
    void whatIsLoweredIsReadBackAsItIs() {
        Seeds.forEach(60, 1, chance -> {
            PolicyState state = new RandomStates(chance).next();
            List<Binding> bindings = bindings(chance, state);
            HostView view = Bindings.view(state, bindings);
            Listing listing = Listing.of(Lower.lower(view, bindings));
            RulesetReader.Reading reading = RulesetReader.read(listing, view, Lower.lower(view, bindings));
            assertEquals(List.of(), reading.foreign());
            assertEquals(listing.of(Table.INET), Listing.of(reading.ruleset()));
        });
    }

    @Test
    void whatIsLoweredIsEqual() {
        Seeds.forEach(40, 3, chance -> {
            PolicyState state = new RandomStates(chance).next();
            List<Binding> bindings = bindings(chance, state);
            HostView view = Bindings.view(state, bindings);
            assertEqual(Lower.lower(view, bindings), view, bindings);
        });
    }

    @Test
    void whatHasFollowedViewsIsEqual() {
        Seeds.forEach(5, 2, chance -> {
            Lower lower = Lower.fresh();
            PolicyState state = PolicyState.EMPTY;
            for (List<Change> batch : new RandomHistory(chance).next(BATCH_COUNT)) {
                state = state.apply(batch);
                List<Binding> bindings = bindings(chance, state);
                HostView view = Bindings.view(state, bindings);
                assertEqual(lower.next(view, bindings).getLast(), view, bindings);
            }
        });
    }

    private static void assertEqual(Ruleset ruleset, HostView view, List<Binding> bindings) {
        Attestation attestation = Attest.of(Listing.of(ruleset), view, HostRules.DEFAULT, bindings, binding -> true);
        assertInstanceOf(Attestation.Equal.class, attestation, attestation::toString);
    }

    private static List<Binding> bindings(Chance chance, PolicyState state) {
        return chance.some(Bindings.ofEach(state, chance.of(LinkKind.GUEST, LinkKind.HOST)), 4);
    }

    @Test
    void damageIsFoundIfAFlowCanNoticeIt() {
        AtomicInteger found = new AtomicInteger();
        Seeds.forEach(150, 6, chance -> {
            PolicyState state = new RandomStates(chance).next();
            List<Binding> bindings = bindings(chance, state);
            HostView view = Bindings.view(state, bindings);
            Listing damaged = Listing.of(new RandomDamage(chance).to(Lower.lower(view, bindings)));
            Interpreter interpreter = new Interpreter(RulesetReader.read(damaged, view, Lower.lower(view, bindings))
                    .ruleset());
            switch (Attest.of(damaged, view, HostRules.DEFAULT, bindings, binding -> true)) {
                case Attestation.Differs differs -> {
                    found.incrementAndGet();
                    check(differs, interpreter, state, view);
                }
                case Attestation.Equal equal -> checkEqual(chance, interpreter, state, view, bindings);
                case Attestation.Foreign(var lines) -> assertTrue(!lines.isEmpty());
                case Attestation.Unproved unproved -> throw new AssertionError("too many boxes: " + unproved);
            }
        });
        assertTrue(Seeds.isOne() || found.get() > 20, () -> "only " + found + " differences were found");
    }

    private static void check(Attestation.Differs differs, Interpreter interpreter, PolicyState state, HostView view) {
        Passage passage = differs.passage();
        assertEquals(differs.is(), interpreter.interpret(passage.hook(), passage.packet(differs.flow())));
        assertNotEquals(differs.is(), differs.should());
        boolean isSpokenOf = passage.hook() == hook(passage.binding(), passage.direction());
        if (isSpokenOf) {
            assertEquals(should(state, view, passage.binding(), passage.direction(), differs.flow()), differs.should());
        }
    }

    /// What passes before policy is written down for guests that are routed to others, and for
    /// machines themselves.
    private static Fate should(PolicyState state, HostView view, Binding binding, Direction direction, Flow flow) {
        Optional<Eni> eni = state.eni(binding.eni());
        return eni.flatMap(known -> BeforePolicy.fate(known, binding.kind(), direction, flow))
                .orElseGet(() -> Fate.of(view.decide(binding.eni(), direction, flow)));
    }

    private static void checkEqual(
            Chance chance, Interpreter interpreter, PolicyState state, HostView view, List<Binding> bindings) {
        RandomFlows flows = new RandomFlows(chance, state);
        for (Binding binding : bindings) {
            Eni eni = state.eni(binding.eni()).orElseThrow();
            for (Direction direction : Direction.values()) {
                Passage passage = new Passage(binding, direction, hook(binding, direction));
                for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                    Flow flow = flows.next(eni, direction);
                    assertEquals(
                            should(state, view, binding, direction, flow),
                            interpreter.interpret(passage.hook(), passage.packet(flow)),
                            flow::toString);
                }
            }
        }
    }

    private static Hook hook(Binding binding, Direction direction) {
        return switch (binding.kind()) {
            case GUEST, BRIDGE_PORT -> Hook.FORWARD;
            case HOST -> direction == Direction.INGRESS ? Hook.INPUT : Hook.OUTPUT;
        };
    }
}
