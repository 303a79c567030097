package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.GROUP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RawSockets;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.netns.packets.Crossing.Station;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Sessions that pass the link of a machine, but not with an address of its ENI.
@RequiresRoot
final class OtherAddressesNetnsTest {

    /// A machine may have more addresses than its ENI, and all are held to policy; but sessions are
    /// looked for by the ENI's addresses alone, and those of the others go on for ever.
    @Test
    void aSessionWithAnotherAddressOfTheMachineIsCut() {
        IpAddress another = IpAddress.of("192.0.2.200");
        RuleMatch admitted = SmallCloud.ports(IpProtocol.UDP, PortRange.of(53), SmallCloud.ANYONE);
        try (TapHost host = new TapHost(0);
                RunningAgent agent = new RunningAgent(host)) {
            host.ip(List.of("route add local " + another + " dev lo"));
            host.silence();
            host.alias(TapHost.UPLINK, "host:" + SmallCloud.eni(0));
            agent.enforce(state(admitted), 1);
            Flow flow = Flow.udp(Station.OUTSIDE.address(), 999, another, 53);
            host.namespace().call(() -> {
                try (RawSockets sockets = RawSockets.open(17)) {
                    assertTrue(arrives(host, sockets, flow));
                    sockets.send(IpBytes.ofTheMachine(
                            FlowPackets.answer(flow, PacketNumber.next()).orElseThrow()));
                    agent.enforce(state(), 1);
                    assertEquals(false, arrives(host, sockets, flow));
                    return true;
                }
            });
        }
    }

    /// The machine is a router for somebody whom nobody here knows.
    @Test
    void aSessionThatIsForwardedIsCut() {
        RuleMatch admitted = SmallCloud.ports(IpProtocol.UDP, PortRange.of(53), SmallCloud.ANYONE);
        try (TapHost host = new TapHost(1);
                RunningAgent agent = new RunningAgent(host)) {
            host.route(new TreeMap<>(Map.of(SmallCloud.v4(1).asBlock(), "tap0")));
            Crossing crossing =
                    new Crossing(host, Map.of(TapHost.UPLINK, Station.OUTSIDE, "tap0", SmallCloud.station(1)));
            host.alias(TapHost.UPLINK, "host:" + SmallCloud.eni(0));
            agent.enforce(state(admitted), 1);
            Flow comesIn = Flow.udp(Station.OUTSIDE.address(), 999, SmallCloud.v4(1), 53);
            byte[] answer = FlowPackets.answer(comesIn, PacketNumber.next()).orElseThrow();
            assertTrue(crossing.passes(TapHost.UPLINK, "tap0", FlowPackets.opening(comesIn, PacketNumber.next())));
            assertTrue(crossing.passes("tap0", TapHost.UPLINK, answer));
            agent.enforce(state(), 1);
            assertEquals(
                    false, crossing.passes(TapHost.UPLINK, "tap0", FlowPackets.opening(comesIn, PacketNumber.next())));
        }
    }

    private static PolicyState state(RuleMatch... admitted) {
        PolicyState state =
                SmallCloud.state(SmallCloud.group(GROUP, IntraGroupPolicy.ISOLATED), SmallCloud.guest(0, GROUP));
        for (RuleMatch match : admitted) {
            state = state.apply(new Change.Put(SmallCloud.admitting(GROUP, 1, match)));
        }
        return state;
    }

    private static boolean arrives(TapHost host, RawSockets sockets, Flow flow) {
        byte[] packet = FlowPackets.opening(flow, PacketNumber.next());
        host.send(TapHost.UPLINK, Station.OUTSIDE.mac(), packet);
        return sockets.received().stream()
                .anyMatch(received -> PacketNumber.of(received).equals(PacketNumber.of(packet)));
    }
}
