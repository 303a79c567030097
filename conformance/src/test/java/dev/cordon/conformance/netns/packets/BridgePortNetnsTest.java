package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.GROUP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.conformance.netns.Eventually;
import dev.cordon.model.policy.IntraGroupPolicy;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A link that is a port of a bridge cannot be held to policy, so nothing passes it.
@RequiresRoot
final class BridgePortNetnsTest {

    @Test
    void nothingPassesABoundPort() {
        try (TapHost host = new TapHost(3);
                RunningAgent agent = new RunningAgent(host)) {
            host.ip(List.of(
                    "link add br0 type bridge",
                    "link set dev br0 up",
                    "link set dev tap0 master br0",
                    "link set dev tap1 master br0",
                    "link set dev tap2 master br0"));
            Eventually.holds("the bridge forwards", () -> crosses(host, "tap0", "tap1"));
            host.alias("tap0", SmallCloud.eni(0).value());
            agent.enforce(state(), 0);
            Eventually.holds("a bound port sends to nobody", () -> !crosses(host, "tap0", "tap1"));
            assertEquals(false, crosses(host, "tap1", "tap0"));
            assertTrue(crosses(host, "tap1", "tap2"));
            host.ip(List.of("link set dev tap0 nomaster"));
            agent.enforce(state(), 1);
        }
    }

    /// Tells whether a broadcast gets from a port to another one. What is dropped is dropped before
    /// this returns from sending.
    private static boolean crosses(TapHost host, String in, String out) {
        byte[] message = PacketNumber.payload(PacketNumber.next(), 64);
        host.broadcast(in, SmallCloud.mac(0), message);
        return host.received(out).stream()
                .anyMatch(packet -> PacketNumber.of(packet).equals(PacketNumber.of(message)));
    }

    private static PolicyState state() {
        return SmallCloud.state(SmallCloud.group(GROUP, IntraGroupPolicy.ISOLATED), SmallCloud.guest(0, GROUP));
    }
}
