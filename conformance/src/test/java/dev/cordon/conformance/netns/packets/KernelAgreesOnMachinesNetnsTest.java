package dev.cordon.conformance.netns.packets;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.RawSockets;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.differential.Comparison;
import dev.cordon.conformance.differential.History;
import dev.cordon.conformance.differential.Seeds;
import dev.cordon.conformance.netns.packets.Crossing.Station;
import dev.cordon.model.Chance;
import dev.cordon.model.RandomFlows;
import dev.cordon.model.RandomStates;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.Profile;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.Binding;
import dev.cordon.nft.lower.LinkKind;
import dev.cordon.spec.Spec;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// *Kernel agrees* where the machine itself is the instance: what it receives and what it sends by
/// a `host:` link ends as the spec says, and so do the answers.
@RequiresRoot
final class KernelAgreesOnMachinesNetnsTest {

    private static final int STATE_COUNT = 60;
    private static final int FLOW_COUNT = 24;
    private static final int PAIR_COUNT_MIN = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SENTINEL = 253;

    private int pairs;
    private int received;
    private int sent;

    /// A machine with the addresses of one ENI.
    private static final class Machine implements AutoCloseable {
        private final TapHost host;
        private final KernelRules rules = new KernelRules();
        private final RawSockets sockets = RawSockets.open(1, 6, 17, 47, 50, 58, 132, SENTINEL);
        private List<CidrBlock> own = List.of();
        private IpAddress address = Station.OUTSIDE.address();

        private Machine(TapHost host) {
            this.host = host;
        }

        private void enforce(Profile profile, PolicyState state, Eni eni) {
            Stream<String> away = own.stream().map(block -> "route del local " + block + " dev lo");
            own = eni.addresses().privateBlocks();
            Stream<String> added = own.stream().map(block -> "route add local " + block + " dev lo");
            host.ip(Stream.concat(away, added).toList());
            address = eni.addresses().primary();
            rules.hold(profile, state, List.of(new Binding(TapHost.UPLINK, eni.id(), LinkKind.HOST)));
        }

        private boolean passes(Direction direction, byte[] packet) {
            int number = PacketNumber.of(packet).orElseThrow();
            int sentinel = PacketNumber.next();
            IpAddress outside = Station.OUTSIDE.address();
            boolean comesIn = direction == Direction.INGRESS;
            Flow behind = new Flow(
                    comesIn ? outside : address,
                    comesIn ? address : outside,
                    new IpProtocol(SENTINEL),
                    new Transport.Opaque(),
                    Mark.LOAD_BALANCER);
            send(direction, packet);
            send(direction, FlowPackets.opening(behind, sentinel));
            Set<Integer> arrived = new HashSet<>();
            long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
            while (!arrived.contains(sentinel)) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new KernelException("no sentinel, " + direction);
                }
                List<byte[]> more = comesIn ? sockets.received() : host.received(TapHost.UPLINK);
                more.forEach(one -> PacketNumber.of(one).ifPresent(arrived::add));
            }
            return arrived.contains(number);
        }

        private void send(Direction direction, byte[] packet) {
            if (direction == Direction.INGRESS) {
                host.send(TapHost.UPLINK, Station.OUTSIDE.mac(), packet);
                return;
            }
            try {
                sockets.send(IpBytes.ofTheMachine(packet));
            } catch (KernelException refused) {
                if (refused.errno() != 1) {
                    throw refused;
                }
            }
        }

        @Override
        public void close() {
            sockets.close();
            rules.close();
        }
    }

    @Test
    void whatAMachineSendsAndReceivesEndsAsTheSpecSays() {
        try (TapHost host = new TapHost(0)) {
            host.silence();
            host.namespace().call(() -> {
                try (Machine machine = new Machine(host)) {
                    Seeds.forEach(STATE_COUNT, chance -> compare(machine, chance));
                    return true;
                }
            });
        }
        System.out.println("kernel agrees on machines: " + pairs + " pairs, " + received + " received and answered, "
                + sent + " sent and answered");
        assertTrue(Seeds.isOne() || pairs >= PAIR_COUNT_MIN && received > 0 && sent > 0);
    }

    private void compare(Machine machine, Chance chance) {
        PolicyState state = new RandomStates(chance).next();
        List<Eni> enis = state.enis().toList();
        if (enis.isEmpty()) {
            return;
        }
        Eni eni = chance.of(enis);
        Profile profile = Profile.ALIYUN_DEFAULT;
        machine.enforce(profile, state, eni);
        RandomFlows flows = new RandomFlows(chance, state);
        Set<Flow> sessions = new HashSet<>();
        for (int i = 0; i < FLOW_COUNT; i++) {
            Direction direction = chance.of(Direction.values());
            Flow flow = flows.next(eni, direction);
            Flow tuple = unmarked(flow);
            boolean unused = !sessions.contains(FlowPackets.reversed(tuple)) && sessions.add(tuple);
            if (unused && isOfMachine(eni, direction, flow)) {
                check(machine, probe(eni, direction, flow).asHistory(profile, state));
            }
        }
    }

    /// Sessions are found again without their mark.
    private static Flow unmarked(Flow flow) {
        return new Flow(flow.source(), flow.destination(), flow.protocol(), flow.transport(), Mark.NONE);
    }

    private static Probe probe(Eni eni, Direction direction, Flow flow) {
        boolean comesIn = direction == Direction.INGRESS;
        return new Probe(
                flow,
                comesIn ? Optional.empty() : Optional.of(eni.id()),
                comesIn ? Optional.of(eni.id()) : Optional.empty());
    }

    /// Tells whether the machine has one side of a flow and not the other one. What it sends is not
    /// marked: the fabric marks what comes in.
    private static boolean isOfMachine(Eni eni, Direction direction, Flow flow) {
        boolean comesIn = direction == Direction.INGRESS;
        boolean near = eni.addresses().containsPrivate(comesIn ? flow.destination() : flow.source());
        boolean far = eni.addresses().containsPrivate(comesIn ? flow.source() : flow.destination());
        return near && !far && probe(eni, direction, flow).isForwarded() && (comesIn || flow.mark() == Mark.NONE);
    }

    private void check(Machine machine, History history) {
        boolean accepted = isExpected(history);
        if (disagrees(machine, history)) {
            throw new AssertionError("spec says " + accepted + ", kernel does not, of "
                    + history.arrivals().toList() + "\n"
                    + Comparison.smallest(history, smaller -> {
                        Optional<Eni> eni = eni(smaller);
                        eni.ifPresent(is -> machine.enforce(smaller.profile(), smaller.first(), is));
                        return eni.isPresent() && disagrees(machine, smaller);
                    }));
        }
        pairs++;
        boolean comesIn = history.arrivals().findFirst().orElseThrow().direction() == Direction.INGRESS;
        received += accepted && comesIn ? 1 : 0;
        sent += accepted && !comesIn ? 1 : 0;
    }

    private static Optional<Eni> eni(History history) {
        return history.arrivals()
                .findFirst()
                .flatMap(arrival -> history.first()
                        .eni(arrival.eni())
                        .filter(eni -> isOfMachine(
                                eni, arrival.direction(), arrival.packet().flow())));
    }

    private static boolean isExpected(History history) {
        var arrival = history.arrivals().findFirst().orElseThrow();
        Flow flow = arrival.packet().flow();
        boolean comesIn = arrival.direction() == Direction.INGRESS;
        return (FlowPackets.beginsSession(flow) || comesIn && FlowPackets.isPathMtuError(flow))
                && new Spec(history.profile(), history.first())
                                .decide(arrival.eni(), arrival.direction(), flow)
                                .action()
                        == Action.ACCEPT;
    }

    /// Tells whether a packet, or the answer to it, does not end as the spec says.
    private static boolean disagrees(Machine machine, History history) {
        var arrival = history.arrivals().findFirst().orElseThrow();
        Flow flow = arrival.packet().flow();
        boolean passes = machine.passes(arrival.direction(), FlowPackets.opening(flow, PacketNumber.next()));
        if (passes != isExpected(history)) {
            return true;
        }
        return passes
                && FlowPackets.answer(flow, PacketNumber.next())
                        .filter(answer -> !machine.passes(arrival.direction().opposite(), answer))
                        .isPresent();
    }
}
