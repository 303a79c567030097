package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.GROUP;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.KernelException;
import dev.cordon.agent.kernel.RawSockets;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.reconcile.EnforcementSettings;
import dev.cordon.conformance.netns.packets.Crossing.Station;
import dev.cordon.conformance.netns.packets.Layer4Bytes.Segment;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.nft.lower.HostRules;
import dev.cordon.nft.lower.KeptPort;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever keeps a port open is not locked out of a machine, by no policy and by no wrong alias.
@RequiresRoot
final class KeptOpenNetnsTest {

    private static final int KEPT = 22;
    private static final int OTHER = 23;
    private static final IpAddress MACHINE = IpAddress.of("192.0.2.200");
    private static final EnforcementSettings SETTINGS = new EnforcementSettings(
            new HostRules(HostRules.DEFAULT.quota(), List.of(new KeptPort(IpProtocol.TCP, PortRange.of(KEPT)))),
            ChangePolicy.REVALIDATE);

    @Test
    void aKeptPortIsOpenUnderAnyPolicy() {
        try (TapHost host = host();
                RunningAgent agent = new RunningAgent(host, SETTINGS)) {
            host.alias(TapHost.UPLINK, "host:" + SmallCloud.eni(0));
            agent.enforce(state(), 1);
            onlyTheKeptPortIsOpen(host);
        }
    }

    @Test
    void aKeptPortIsOpenAtALinkWithoutPolicy() {
        try (TapHost host = host();
                RunningAgent agent = new RunningAgent(host, SETTINGS)) {
            host.alias(TapHost.UPLINK, "host:eni-nobody");
            agent.enforce(state(), 1);
            onlyTheKeptPortIsOpen(host);
            Flow outwards = Flow.tcp(MACHINE, KEPT, Station.OUTSIDE.address(), OTHER);
            assertThrows(
                    KernelException.class,
                    () -> onMachine(host, sockets -> {
                        sockets.send(IpBytes.ofTheMachine(FlowPackets.opening(outwards, PacketNumber.next())));
                        return true;
                    }));
        }
    }

    /// The rule is gone and the session ended, but the connection goes on.
    @Test
    void aConnectionToAKeptPortGoesOn() {
        PolicyState admitting = state().apply(new Change.Put(SmallCloud.admitting(
                GROUP, 1, SmallCloud.ports(IpProtocol.TCP, PortRange.of(KEPT), SmallCloud.ANYONE))));
        try (TapHost host = host();
                RunningAgent agent = new RunningAgent(host, SETTINGS)) {
            host.alias(TapHost.UPLINK, "host:" + SmallCloud.eni(0));
            agent.enforce(admitting, 1);
            onMachine(host, sockets -> {
                assertTrue(arrives(host, sockets, FlowPackets.opening(flow(KEPT), PacketNumber.next())));
                answer(sockets);
                agent.enforce(state(), 1);
                assertTrue(arrives(host, sockets, going(flow(KEPT))));
                byte[] back = IpBytes.ofTheMachine(going(FlowPackets.reversed(flow(KEPT))));
                assertDoesNotThrow(() -> sockets.send(back));
                return true;
            });
        }
    }

    private static TapHost host() {
        TapHost host = new TapHost(0);
        host.ip(List.of("route add local " + MACHINE + " dev lo"));
        host.silence();
        return host;
    }

    private static void onlyTheKeptPortIsOpen(TapHost host) {
        onMachine(host, sockets -> {
            assertEquals(false, arrives(host, sockets, FlowPackets.opening(flow(OTHER), PacketNumber.next())));
            assertTrue(arrives(host, sockets, FlowPackets.opening(flow(KEPT), PacketNumber.next())));
            assertDoesNotThrow(() -> answer(sockets));
            return true;
        });
    }

    private static Flow flow(int port) {
        return Flow.tcp(Station.OUTSIDE.address(), 999, MACHINE, port);
    }

    private static void answer(RawSockets sockets) {
        sockets.send(IpBytes.ofTheMachine(
                FlowPackets.answer(flow(KEPT), PacketNumber.next()).orElseThrow()));
    }

    /// Returns a packet from the middle of a connection.
    private static byte[] going(Flow flow) {
        Segment segment = new Segment(Layer4Bytes.ACK, FlowPackets.SEQUENCE + 1, FlowPackets.SEQUENCE + 1);
        return IpBytes.packet(flow, Layer4Bytes.tcp(flow, segment, PacketNumber.payload(PacketNumber.next())));
    }

    private interface Task {
        boolean run(RawSockets sockets);
    }

    private static void onMachine(TapHost host, Task task) {
        host.namespace().call(() -> {
            try (RawSockets sockets = RawSockets.open(IpProtocol.TCP.number())) {
                return task.run(sockets);
            }
        });
    }

    private static boolean arrives(TapHost host, RawSockets sockets, byte[] packet) {
        host.send(TapHost.UPLINK, Station.OUTSIDE.mac(), packet);
        return sockets.received().stream()
                .anyMatch(received -> PacketNumber.of(received).equals(PacketNumber.of(packet)));
    }

    private static PolicyState state() {
        return SmallCloud.state(SmallCloud.group(GROUP, IntraGroupPolicy.ISOLATED), SmallCloud.guest(0, GROUP));
    }
}
