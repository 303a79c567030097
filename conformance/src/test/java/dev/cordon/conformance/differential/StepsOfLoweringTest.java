package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.engine.compile.Compiler;
import dev.cordon.engine.compile.HostView;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomHistory;
import dev.cordon.model.net.Flow;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Interpreter;
import dev.cordon.nft.interpret.Packet;
import dev.cordon.nft.interpret.Packet.Tracking;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Lookup;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A lowering that has followed views decides as one from nothing, and each step on the way to the
/// next view decides as the view before or as the next one: until everything is prepared as the
/// one, from then on as the other. So does whatever a packet may meet while the kernel takes over a
/// step.
final class StepsOfLoweringTest {

    private static final int BATCH_COUNT = 10;
    private static final int FLOWS_PER_SIDE = 4;
    private static final int MIXTURES_PER_STEP = 4;

    /// A packet with what became of it under a view that is lowered from nothing.
    ///
    /// @param kept how long a session is kept that it begins
    private record Asked(Packet packet, Fate fate, Optional<Timeout> kept) {

        boolean passes() {
            return StepsOfLoweringTest.passes(fate);
        }
    }

    @Test
    void eachStepDecidesAsTheViewBeforeOrTheNextOne() {
        Seeds.forEach(50, 6, StepsOfLoweringTest::follow);
    }

    private static void follow(Chance chance) {
        Lower lower = Lower.fresh();
        PolicyState state = PolicyState.EMPTY;
        List<Asked> before = List.of();
        List<Ruleset> held = List.of();
        for (List<Change> batch : new RandomHistory(chance).next(BATCH_COUNT)) {
            state = state.apply(batch);
            List<Binding> bindings = Bindings.ofEach(state, LinkKind.GUEST);
            HostView view = Compiler.view(
                    Profile.ALIYUN_DEFAULT,
                    state,
                    Revision.NONE,
                    bindings.stream().map(Binding::eni).toList());
            List<Ruleset> steps = lower.next(view, bindings);
            if (steps.size() > 1) {
                check("prepared", steps.getFirst(), before, batch);
            }
            Ruleset fromNothing = Lower.lower(view, bindings);
            List<Asked> after = asked(chance, state, bindings, new Interpreter(fromNothing));
            steps.stream().skip(1).forEach(step -> check("then", step, after, batch));
            check("at last", steps.getLast(), after, batch);
            if (!held.isEmpty()) {
                checkMixtures(chance, held, steps, before, fromNothing, batch);
            }
            before = after;
            held = List.of(steps.getLast());
        }
    }

    private static void check(String when, Ruleset step, List<Asked> asked, List<Change> batch) {
        Interpreter interpreter = new Interpreter(step);
        for (Asked one : asked) {
            assertEquals(
                    one.fate(),
                    interpreter.interpret(Hook.FORWARD, one.packet()),
                    () -> when + ": " + one.packet() + "\nafter " + batch);
            assertEquals(
                    one.kept(),
                    interpreter.kept(Hook.FORWARD, one.packet()),
                    () -> when + ": " + one.packet() + "\nafter " + batch);
        }
    }

    /// Asks what was asked of the view before while each step is taken over: by the lines before or
    /// behind, and by lookups of which any may be changed already.
    private static void checkMixtures(
            Chance chance,
            List<Ruleset> held,
            List<Ruleset> steps,
            List<Asked> before,
            Ruleset after,
            List<Change> batch) {
        Interpreter settled = new Interpreter(after);
        Ruleset from = held.getFirst();
        for (Ruleset to : steps) {
            for (int i = 0; i < MIXTURES_PER_STEP; i++) {
                Interpreter mixture = new Interpreter(mixture(chance, from, to));
                for (Asked one : before) {
                    Fate fate = mixture.interpret(Hook.FORWARD, one.packet());
                    Fate next = settled.interpret(Hook.FORWARD, one.packet());
                    assertTrue(
                            passes(fate) == one.passes() || passes(fate) == passes(next),
                            () -> "on the way: %s%nis %s, not %s or %s%nafter %s"
                                    .formatted(one.packet(), fate, one.fate(), next, batch));
                }
            }
            from = to;
        }
    }

    private static boolean passes(Fate fate) {
        return fate.outcome() == Fate.Outcome.PASSES;
    }

    /// What packets meet while the kernel takes over a step: the lines and lookups of one of both,
    /// of which any map of intervals may lag behind, with nothing in it if it is new.
    ///
    /// Not looked at is a packet that takes old lines and finds its identity after the change:
    /// where lines and members change at once, it may have a verdict of neither view.
    private static Ruleset mixture(Chance chance, Ruleset from, Ruleset to) {
        Ruleset base = chance.oneIn(2) ? from : to;
        SortedMap<String, Lookup> lookups = new TreeMap<>(base.lookups());
        to.lookups().forEach((name, now) -> {
            if (isOfIntervals(now.type()) && chance.oneIn(2)) {
                Lookup fresh = new Lookup(name, now.type(), Lookup.noElements());
                lookups.put(name, from.lookups().getOrDefault(name, fresh));
            }
        });
        return new Ruleset(lookups, base.chains());
    }

    private static boolean isOfIntervals(Lookup.Type type) {
        return switch (type) {
            case LINKS,
                    CHAIN_OF_LINK,
                    PACE_OF_LINK,
                    SESSIONS_OF_LINK,
                    IDENTITY_OF_IPV4,
                    IDENTITY_OF_IPV6,
                    CLASS_OF_IDENTITY -> false;
            case IDENTITY_OF_IPV4_BLOCK,
                    IDENTITY_OF_IPV6_BLOCK,
                    IPV4_BLOCKS,
                    IPV6_BLOCKS,
                    VERDICT_OF_PORT,
                    VERDICT_OF_PROTOCOL -> true;
        };
    }

    private static List<Asked> asked(
            Chance chance, PolicyState state, List<Binding> bindings, Interpreter interpreter) {
        RandomFlows flows = new RandomFlows(chance, state);
        List<Asked> asked = new ArrayList<>();
        for (Binding binding : bindings) {
            Eni eni = state.eni(binding.eni()).orElseThrow();
            for (int i = 0; i < FLOWS_PER_SIDE; i++) {
                Flow out = flows.next(eni, Direction.EGRESS);
                Flow in = flows.next(eni, Direction.INGRESS);
                asked.add(ask(interpreter, new Packet(binding.link(), "uplink0", Tracking.NEW, out)));
                asked.add(ask(interpreter, new Packet("uplink0", binding.link(), Tracking.NEW, in)));
            }
        }
        return asked;
    }

    private static Asked ask(Interpreter interpreter, Packet packet) {
        return new Asked(packet, interpreter.interpret(Hook.FORWARD, packet), interpreter.kept(Hook.FORWARD, packet));
    }
}
