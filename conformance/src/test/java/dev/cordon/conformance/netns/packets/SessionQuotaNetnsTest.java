package dev.cordon.conformance.netns.packets;

import static dev.cordon.conformance.netns.packets.PacketLab.FIRST;
import static dev.cordon.conformance.netns.packets.PacketLab.SECOND;
import static dev.cordon.conformance.netns.packets.PacketLab.THIRD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.agent.deny.DenyLog;
import dev.cordon.agent.deny.DenyWatch;
import dev.cordon.agent.kernel.Conntrack;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.agent.reconcile.EnforcementSettings;
import dev.cordon.conformance.netns.Eventually;
import dev.cordon.conformance.netns.packets.Crossing.Station;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Profile.ChangePolicy;
import dev.cordon.model.policy.RuleMatch;
import dev.cordon.nft.lower.HostRules;
import dev.cordon.nft.ruleset.SessionQuota;
import dev.cordon.nft.text.DropStage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A guest has as many sessions as its quota says, and those of others are its own affair alone.
@RequiresRoot
final class SessionQuotaNetnsTest {

    private static final int QUOTA = 5;
    /// The sentinel of two links is a session of theirs.
    private static final int FREE = QUOTA - 1;

    private static final int PORT = 53;

    private final PacketLab lab = new PacketLab(settings(QUOTA));
    private int lastSourcePort = 20_000;

    private static EnforcementSettings settings(int quota) {
        return new EnforcementSettings(
                new HostRules(Optional.of(new SessionQuota(quota)), List.of()), ChangePolicy.REVALIDATE);
    }

    @AfterEach
    void takeAway() {
        lab.close();
    }

    private static RuleMatch admitted(Peer peer) {
        return SmallCloud.ports(IpProtocol.UDP, PortRange.of(PORT), peer);
    }

    private void enforce() {
        lab.admit(admitted(SmallCloud.ANYONE), admitted(SmallCloud.ANYONE_V6));
    }

    private static IpAddress address(AddressFamily family, int guest) {
        return switch (family) {
            case IPV4 -> SmallCloud.v4(guest);
            case IPV6 -> SmallCloud.v6(guest);
        };
    }

    private Flow next(AddressFamily family, int port) {
        return Flow.udp(address(family, FIRST), ++lastSourcePort, address(family, SECOND), port);
    }

    private boolean begins() {
        return lab.passes(FIRST, SECOND, next(AddressFamily.IPV4, PORT));
    }

    @ParameterizedTest
    @EnumSource(AddressFamily.class)
    void aGuestHasAsManySessionsAsItsQuotaSays(AddressFamily family) {
        enforce();
        List<Flow> sessions = new ArrayList<>();
        for (int i = 0; i < FREE; i++) {
            Flow denied = next(family, PORT + 1);
            assertEquals(false, lab.passes(FIRST, SECOND, denied), "what policy denies is not counted");
            sessions.add(next(family, PORT));
            assertTrue(lab.passes(FIRST, SECOND, sessions.getLast()));
        }
        for (int i = 0; i < QUOTA; i++) {
            assertEquals(false, lab.passes(FIRST, SECOND, next(family, PORT)));
        }
        for (Flow session : sessions) {
            byte[] answer = FlowPackets.answer(session, PacketNumber.next()).orElseThrow();
            assertTrue(lab.passes(PacketLab.link(SECOND), PacketLab.link(FIRST), answer));
            assertTrue(lab.passes(FIRST, SECOND, session), "it goes on");
        }
        Flow toTheFull = Flow.udp(address(family, SECOND), 998, address(family, FIRST), PORT);
        assertTrue(lab.passes(SECOND, FIRST, toTheFull), "it counts for the guest that begins it");
        Flow ofAnother = Flow.udp(SmallCloud.v4(THIRD), 999, Station.OUTSIDE.address(), PORT);
        assertTrue(
                lab.passes(PacketLab.link(THIRD), TapHost.UPLINK, FlowPackets.opening(ofAnother, PacketNumber.next())));
    }

    @Test
    void aSessionThatHasEndedMakesRoom() {
        enforce();
        for (int i = 0; i < FREE; i++) {
            assertTrue(begins());
        }
        assertEquals(false, begins());
        lab.host().namespace().call(() -> {
            try (Conntrack conntrack = Conntrack.open()) {
                return conntrack.list(entry -> entry.protocol().equals(IpProtocol.UDP)).stream()
                        .filter(conntrack::delete)
                        .count();
            }
        });
        Eventually.holds("there is room", this::begins);
    }

    @Test
    void whatIsTooMuchIsTold() {
        DenyLog log = new DenyLog();
        try (DenyWatch _ = DenyWatch.start(lab.host().namespace(), log, InstantSource.system())) {
            enforce();
            for (int i = 0; i < FREE; i++) {
                assertTrue(begins());
            }
            assertEquals(false, begins());
            Eventually.holds("it is told", () -> log.packets().containsKey(DropStage.QUOTA));
        }
    }

    /// Sessions are counted in parts, by a hash.
    @Test
    void aLargerQuotaIsNeverExceeded() {
        int quota = 200;
        try (PacketLab larger = new PacketLab(settings(quota))) {
            larger.admit(admitted(SmallCloud.ANYONE));
            int begun = 0;
            for (int i = 0; i < 4 * quota; i++) {
                begun += larger.passes(FIRST, SECOND, next(AddressFamily.IPV4, PORT)) ? 1 : 0;
            }
            assertTrue(begun > quota / 2 && begun < quota, begun + " sessions");
        }
    }
}
