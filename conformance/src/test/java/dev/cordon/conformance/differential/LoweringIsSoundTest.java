package dev.cordon.conformance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.compile.HostView;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.interpret.Fate;
import dev.cordon.nft.interpret.Fate.Outcome;
import dev.cordon.nft.interpret.Interpreter;
import dev.cordon.nft.interpret.Packet;
import dev.cordon.nft.interpret.Packet.Tracking;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.nft.lower.Lower;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Timeout;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// *Lowering is sound*: the interpreter on the lowered ruleset says what the engine says.
final class LoweringIsSoundTest {

    private static final Comparison COMPARISON =
            Comparison.of(Readers.CLAUSES, Readers.GUEST_RULES, Readers.HOST_RULES);

    @Test
    void interpreterAgreesWithEngine() {
        Seeds.forEach(100, 16, chance -> COMPARISON.check(new RandomHistories(chance).nextOfFlows(2, 20)));
    }

    @Test
    void judgesBothSidesOfAPacketBetweenTwoLinks() {
        Seeds.forEach(100, 3, chance -> {
            PolicyState state = new RandomStates(chance).next();
            List<Binding> bindings = Bindings.ofEach(state, LinkKind.GUEST);
            if (bindings.size() < 2) {
                return;
            }
            HostView view = Bindings.view(state, bindings);
            Eni sender = state.eni(bindings.get(0).eni()).orElseThrow();
            Flow flow = new RandomFlows(chance, state).next(sender, Direction.EGRESS);
            Packet packet = new Packet(bindings.get(0).link(), bindings.get(1).link(), Tracking.NEW, flow);
            Eni receiver = state.eni(bindings.get(1).eni()).orElseThrow();
            Optional<Fate> before = BeforePolicy.fate(sender, LinkKind.GUEST, Direction.EGRESS, flow);
            if (before.isPresent()) {
                assertEquals(
                        before.get(), new Interpreter(Lower.lower(view, bindings)).interpret(Hook.FORWARD, packet));
                return;
            }
            if (BeforePolicy.fate(receiver, LinkKind.GUEST, Direction.INGRESS, flow)
                    .isPresent()) {
                return;
            }
            Verdict egress = view.decide(bindings.get(0).eni(), Direction.EGRESS, flow);
            Verdict ingress = view.decide(bindings.get(1).eni(), Direction.INGRESS, flow);
            boolean leaves = egress.action() == Action.ACCEPT;
            boolean passes = leaves && ingress.action() == Action.ACCEPT;
            assertEquals(
                    new Fate(
                            passes ? Outcome.PASSES : Outcome.DROPPED,
                            leaves ? List.of(egress, ingress) : List.of(egress)),
                    new Interpreter(Lower.lower(view, bindings)).interpret(Hook.FORWARD, packet));
        });
    }

    @Test
    void aSessionIsKeptByTheShorterTimeoutsOfItsSides() {
        Seeds.forEach(100, 3, chance -> {
            PolicyState state = new RandomStates(chance).next();
            List<Binding> bindings = Bindings.ofEach(state, LinkKind.GUEST);
            Interpreter interpreter = new Interpreter(Lower.lower(Bindings.view(state, bindings), bindings));
            for (Binding from : bindings) {
                for (Binding to : bindings) {
                    check(state, from, to, interpreter);
                }
            }
        });
    }

    /// By a load balancer, which no policy stops.
    private static void check(PolicyState state, Binding from, Binding to, Interpreter interpreter) {
        TrackingTimeouts both = timeouts(state, from).shorter(timeouts(state, to));
        List<IpProtocol> protocols = List.of(IpProtocol.TCP, IpProtocol.UDP);
        for (int at = 0; at < protocols.size(); at++) {
            Flow flow = new Flow(
                    IpAddress.of("192.0.2.1"),
                    IpAddress.of("192.0.2.2"),
                    protocols.get(at),
                    new Transport.Ports(1_024, 443),
                    Mark.LOAD_BALANCER);
            assertEquals(
                    Optional.of(Timeout.of(both).get(at)),
                    interpreter.kept(Hook.FORWARD, new Packet(from.link(), to.link(), Tracking.NEW, flow)),
                    from + " to " + to);
        }
    }

    private static TrackingTimeouts timeouts(PolicyState state, Binding binding) {
        return state.eni(binding.eni()).orElseThrow().settings().tracking();
    }

    @Test
    void closesALinkWithoutPolicyAndLeavesOtherLinksAlone() {
        PolicyState state = new RandomStates(Chance.seeded(5)).next();
        Flow flow = new RandomFlows(Chance.seeded(6), state).next();
        Binding closed = Bindings.unknown("tap9");
        Interpreter interpreter = new Interpreter(Lower.lower(Bindings.view(state, List.of(closed)), List.of(closed)));
        Fate dropped = new Fate(Outcome.DROPPED_AT_CLOSED_LINK, List.of());
        for (Tracking tracking : Tracking.values()) {
            assertEquals(dropped, interpreter.interpret(Hook.FORWARD, new Packet("tap9", "uplink0", tracking, flow)));
            assertEquals(dropped, interpreter.interpret(Hook.FORWARD, new Packet("uplink0", "tap9", tracking, flow)));
            assertEquals(dropped, interpreter.interpret(Hook.INPUT, new Packet("tap9", "", tracking, flow)));
            assertEquals(dropped, interpreter.interpret(Hook.OUTPUT, new Packet("", "tap9", tracking, flow)));
            assertEquals(
                    new Fate(Outcome.PASSES, List.of()),
                    interpreter.interpret(Hook.FORWARD, new Packet("uplink0", "uplink1", tracking, flow)));
        }
    }
}
