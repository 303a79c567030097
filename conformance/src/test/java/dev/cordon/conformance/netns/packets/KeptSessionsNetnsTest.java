package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.reconcile.EnforcementSettings;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.nft.lower.HostRules;
import org.junit.jupiter.api.Test;

/// The profile `keep-sessions`, enforced.
@RequiresRoot
final class KeptSessionsNetnsTest {

    private static final EnforcementSettings KEPT =
            new EnforcementSettings(HostRules.DEFAULT, ChangePolicy.KEEP_SESSIONS);

    @Test
    void aSessionOutlivesThePolicyThatItBeganUnder() {
        try (PacketLab lab = new PacketLab(KEPT)) {
            lab.admit(SmallCloud.ports(IpProtocol.TCP, PortRange.of(22), SmallCloud.ANYONE));
            TcpSession session = TcpSession.open(
                    lab, FIRST, SECOND, Flow.tcp(SmallCloud.v4(FIRST), 20_000, SmallCloud.v4(SECOND), 22));
            lab.admit();
            assertTrue(session.goesOn(lab));
            assertTrue(session.isAnswered(lab));
            Flow another = Flow.tcp(SmallCloud.v4(FIRST), 20_001, SmallCloud.v4(SECOND), 22);
            assertEquals(false, lab.passes(FIRST, SECOND, another));
        }
    }
}
