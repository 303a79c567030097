package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import dev.cordon.nft.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A lowering that has followed views decides as one from nothing, and each step on the way to the
/// next view decides as the view before or as the next one: until everything is prepared as the
/// one, from then on as the other.
final class StepsOfLoweringTest {

    private static final int BATCH_COUNT = 10;
    private static final int FLOWS_PER_SIDE = 4;

    /// A packet with what became of it under a view that is lowered from nothing.
    private record Asked(Packet packet, Fate fate) {}

    @Test
    void eachStepDecidesAsTheViewBeforeOrTheNextOne() {
        Seeds.forEach(50, 6, StepsOfLoweringTest::follow);
    }

    private static void follow(Chance chance) {
        Lower lower = Lower.fresh();
        PolicyState state = PolicyState.EMPTY;
        List<Asked> before = List.of();
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
            List<Asked> after = asked(chance, state, bindings, new Interpreter(Lower.lower(view, bindings)));
            steps.stream().skip(1).forEach(step -> check("then", step, after, batch));
            check("at last", steps.getLast(), after, batch);
            before = after;
        }
    }

    private static void check(String when, Ruleset step, List<Asked> asked, List<Change> batch) {
        Interpreter interpreter = new Interpreter(step);
        for (Asked one : asked) {
            assertEquals(
                    one.fate(),
                    interpreter.interpret(Hook.FORWARD, one.packet()),
                    () -> when + ": " + one.packet() + "\nafter " + batch);
        }
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
        return new Asked(packet, interpreter.interpret(Hook.FORWARD, packet));
    }
}
