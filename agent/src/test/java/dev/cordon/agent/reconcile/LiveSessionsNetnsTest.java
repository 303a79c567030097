package dev.cordon.agent.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.agent.kernel.Conntrack;
import dev.cordon.agent.kernel.ConntrackEntry;
import dev.cordon.agent.kernel.NetworkNamespace;
import dev.cordon.agent.kernel.NftContext;
import dev.cordon.agent.kernel.RequiresRoot;
import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.engine.decide.Condition.PeerIn;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real sessions end with the change that drops them, those of both families, and no others.
@RequiresRoot
class LiveSessionsNetnsTest {

    private static final String TRACKING = """
            table inet tracking {
                chain output {
                    type filter hook output priority 0;
                    meta l4proto udp ct state new accept
                }
            }
            """;

    private static final EniId ONE = new EniId("eni-1");
    private static final EniId TWO = new EniId("eni-2");
    private static final String OF_ONE = "127.1.0.1";
    private static final String OF_TWO = "127.1.0.2";
    private static final String OF_TWO_V6 = "2001:db8::2";
    private static final String NEAR = "127.0.0.1";
    private static final String MEMBER = "127.0.0.2";
    private static final int SESSION_COUNT = 10;
    private static final int SOURCE_PORT = 30_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final NetworkNamespace namespace = NetworkNamespace.create();

    @BeforeEach
    void begin() {
        namespace.call(() -> {
            for (String command : List.of(
                    "ip link set lo up",
                    "ip address add 2001:db8::1/64 dev lo nodad",
                    "ip address add 2001:db8::2/64 dev lo nodad")) {
                assertThat(new ProcessBuilder(command.split(" ")).start().waitFor())
                        .as(command)
                        .isZero();
            }
            try (NftContext nft = NftContext.open()) {
                nft.run(TRACKING);
            }
            try (Conntrack conntrack = Conntrack.open()) {
                long deadlineNanos = System.nanoTime() + PATIENCE.toNanos();
                do {
                    sendAll();
                    assertThat(System.nanoTime()).as("sessions in time").isLessThan(deadlineNanos);
                } while (!counted(conntrack.list(entry -> true)).equals(EVERYTHING));
            }
            return true;
        });
    }

    @AfterEach
    void end() {
        namespace.close();
    }

    /// The same sessions each time: an address of IPv6 is not there at once.
    private static void sendAll() throws IOException {
        for (String peer : List.of(NEAR, MEMBER)) {
            send(peer, OF_ONE);
            send(peer, OF_TWO);
        }
        try {
            send("2001:db8::1", OF_TWO_V6);
        } catch (BindException notYet) {
            // the next round may find it
        }
    }

    private static void send(String from, String to) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(SOURCE_PORT, InetAddress.getByName(from))) {
            for (int i = 0; i < SESSION_COUNT; i++) {
                socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getByName(to), 20_000 + i));
            }
        }
    }

    private static AddressSet set(String... blocks) {
        return AddressSet.union(Stream.of(blocks).map(CidrBlock::of).toList());
    }

    /// An ENI that accepts from some addresses, and lets everything out.
    private static EniPolicy policy(EniId eni, AddressSet own, AddressSet from) {
        Clause clause = new Clause(List.of(new PeerIn(from)), Verdict.sharedGroup(new SecurityGroupId("sg-1")));
        Clauses ingress =
                new Clauses(Direction.INGRESS, List.of(clause), Verdict.byDefault(Action.DROP, Direction.INGRESS));
        Clauses egress = new Clauses(Direction.EGRESS, List.of(), Verdict.byDefault(Action.ACCEPT, Direction.EGRESS));
        return new EniPolicy(eni, new MacAddress(1), own, TrackingTimeouts.DEFAULT, ingress, egress);
    }

    /// An ENI with IPv6 alone, of which one dump in part is enough.
    private static HostView viewOfV6(AddressSet from) {
        SortedTable<EniId, EniPolicy> policies = SortedTable.empty();
        return new HostView(new Revision(4), policies.with(TWO, policy(TWO, set(OF_TWO_V6), from)));
    }

    private static HostView view(AddressSet fromOfOne, AddressSet fromOfTwo) {
        SortedTable<EniId, EniPolicy> policies = SortedTable.empty();
        return new HostView(
                new Revision(4),
                policies.with(ONE, policy(ONE, set(OF_ONE), fromOfOne))
                        .with(TWO, policy(TWO, set(OF_TWO, OF_TWO_V6), fromOfTwo)));
    }

    /// Has one view follow another, and returns how many sessions there are from where to where.
    private Map<String, Integer> sessionsAfter(HostView before, HostView after) {
        return namespace.call(() -> {
            try (LinuxKernel kernel = LinuxKernel.open();
                    Conntrack conntrack = Conntrack.open()) {
                LiveSessions sessions = new LiveSessions(kernel);
                assertThat(sessions.judge(before, Set.of(ONE, TWO))).isZero();
                sessions.judge(after, Set.of(ONE, TWO));
                return counted(conntrack.list(entry -> true));
            }
        });
    }

    private static Map<String, Integer> counted(List<ConntrackEntry> entries) {
        Map<String, Integer> counts = new HashMap<>();
        entries.stream()
                .filter(entry -> isOurs(entry.destination()))
                .forEach(entry -> counts.merge(entry.source() + " " + entry.destination(), 1, Integer::sum));
        return counts;
    }

    private static boolean isOurs(IpAddress address) {
        return Stream.of(OF_ONE, OF_TWO, OF_TWO_V6).map(IpAddress::of).anyMatch(address::equals);
    }

    private static final AddressSet ALL = set("127.0.0.0/8", "2001:db8::/64");

    private static final Map<String, Integer> EVERYTHING = Map.of(
            NEAR + " " + OF_ONE, SESSION_COUNT,
            MEMBER + " " + OF_ONE, SESSION_COUNT,
            NEAR + " " + OF_TWO, SESSION_COUNT,
            MEMBER + " " + OF_TWO, SESSION_COUNT,
            "2001:db8::1 " + OF_TWO_V6, SESSION_COUNT);

    @Test
    void whatChangesNothingEndsNothing() {
        assertThat(sessionsAfter(view(ALL, ALL), view(ALL, ALL))).isEqualTo(EVERYTHING);
    }

    @Test
    void aRuleThatGoesEndsTheSessionsOfItsEni() {
        assertThat(sessionsAfter(view(ALL, ALL), view(AddressSet.EMPTY, ALL)))
                .isEqualTo(without(EVERYTHING, NEAR + " " + OF_ONE, MEMBER + " " + OF_ONE));
    }

    @Test
    void bothFamiliesEnd() {
        assertThat(sessionsAfter(view(ALL, ALL), view(ALL, AddressSet.EMPTY)))
                .isEqualTo(Map.of(NEAR + " " + OF_ONE, SESSION_COUNT, MEMBER + " " + OF_ONE, SESSION_COUNT));
    }

    @Test
    void sessionsOfIpv6AloneEnd() {
        assertThat(sessionsAfter(viewOfV6(ALL), viewOfV6(AddressSet.EMPTY)))
                .isEqualTo(without(EVERYTHING, "2001:db8::1 " + OF_TWO_V6));
    }

    @Test
    void aMemberThatLeavesLosesItsSessionsEverywhere() {
        AddressSet both = set(NEAR, MEMBER, "2001:db8::/64");
        AddressSet left = set(NEAR, "2001:db8::/64");
        assertThat(sessionsAfter(view(both, both), view(left, left)))
                .isEqualTo(without(EVERYTHING, MEMBER + " " + OF_ONE, MEMBER + " " + OF_TWO));
    }

    private static Map<String, Integer> without(Map<String, Integer> counts, String... gone) {
        Map<String, Integer> left = new HashMap<>(counts);
        Stream.of(gone).forEach(left::remove);
        return left;
    }
}
