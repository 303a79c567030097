package dev.cordon.engine.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.Sketch;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniSettings;
import dev.cordon.model.policy.Smtp;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.verdict.Reason.PlatformAllow;
import dev.cordon.model.verdict.Reason.PlatformDeny;
import dev.cordon.model.verdict.Reason.Service;
import dev.cordon.model.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PlatformClausesTest {

    private static final IpAddress LOCAL = IpAddress.of("192.0.2.11");
    private static final IpAddress PEER = IpAddress.of("203.0.113.5");
    private static final IpAddress METADATA = IpAddress.of("100.100.100.200");

    private static final Eni ENI = Sketch.eni("eni-1", "192.0.2.11", "sg-1");
    private static final Eni NO_MAIL =
            ENI.with(new EniSettings(MacAddress.of("00:00:00:00:00:01"), TrackingTimeouts.DEFAULT, Smtp.BLOCKED));

    /// What is said if the platform says nothing.
    private static final Verdict NOTHING = Verdict.noGroup(ENI.id());

    @ParameterizedTest
    @EnumSource
    void whatTheFabricMarksPassesBothWays(Direction direction) {
        assertEquals(allow(Service.LOAD_BALANCER), decide(ENI, direction, marked(Mark.LOAD_BALANCER)));
        assertEquals(allow(Service.PROBE), decide(ENI, direction, marked(Mark.PLATFORM_PROBE)));
        assertEquals(NOTHING, decide(ENI, direction, marked(Mark.NONE)));
    }

    @ParameterizedTest(name = "{0} type {1} code {2}: {3}")
    @CsvSource({"1, 3, 4, true", "1, 3, 3, false", "1, 3, 5, false", "1, 4, 4, false", "58, 2, 4, false"})
    void fragmentationNeededComesIn(int protocol, int type, int code, boolean expected) {
        Flow flow = new Flow(PEER, LOCAL, new IpProtocol(protocol), new Icmp(type, code), Mark.NONE);
        assertEquals(expected ? allow(Service.PATH_MTU) : NOTHING, decide(ENI, Direction.INGRESS, flow));
        assertEquals(NOTHING, decide(ENI, Direction.EGRESS, flow));
    }

    @ParameterizedTest(name = "{0} type {1} code {2}: {3}")
    @CsvSource({"58, 2, 0, true", "58, 2, 255, true", "58, 3, 4, false", "1, 3, 4, false"})
    void packetTooBigComesIn(int protocol, int type, int code, boolean expected) {
        IpAddress from = IpAddress.of("2001:db8::5");
        IpAddress to = IpAddress.of("2001:db8::11");
        Flow flow = new Flow(from, to, new IpProtocol(protocol), new Icmp(type, code), Mark.NONE);
        assertEquals(expected ? allow(Service.PATH_MTU) : NOTHING, decide(ENI, Direction.INGRESS, flow));
    }

    @Test
    void theMetadataServerIsReachedAndReachesNobody() {
        assertEquals(allow(Service.METADATA), decide(ENI, Direction.EGRESS, Flow.tcp(LOCAL, 40_004, METADATA, 80)));
        assertEquals(NOTHING, decide(ENI, Direction.INGRESS, Flow.tcp(METADATA, 80, LOCAL, 40_004)));
    }

    @ParameterizedTest(name = "to {0} port {1}: {2}")
    @CsvSource({
        "203.0.113.5, 25, true",
        "203.0.113.5, 26, false",
        "9.255.255.255, 25, true",
        "10.0.0.0, 25, false",
        "100.64.0.1, 25, false",
        "192.168.0.1, 25, false",
        "224.0.0.1, 25, false",
        "2400::5, 25, true",
        "fe80::1, 25, false"
    })
    void mailToTheInternetIsKeptBack(String peer, int port, boolean kept) {
        IpAddress to = IpAddress.of(peer);
        IpAddress from = peer.contains(":") ? IpAddress.of("2001:db8::11") : LOCAL;
        Flow flow = Flow.tcp(from, 40_005, to, port);
        Verdict denied = new Verdict(Action.DROP, new PlatformDeny(Service.SMTP));
        assertEquals(kept ? denied : NOTHING, decide(NO_MAIL, Direction.EGRESS, flow));
        assertEquals(NOTHING, decide(ENI, Direction.EGRESS, flow));
        assertEquals(NOTHING, decide(NO_MAIL, Direction.INGRESS, Flow.tcp(to, 40_005, from, port)));
    }

    @Test
    void mailIsTcp() {
        assertEquals(NOTHING, decide(NO_MAIL, Direction.EGRESS, Flow.udp(LOCAL, 40_005, PEER, 25)));
    }

    private static Verdict decide(Eni eni, Direction direction, Flow flow) {
        return new Clauses(direction, PlatformClauses.of(eni, direction), NOTHING).decide(flow);
    }

    private static Flow marked(Mark mark) {
        return new Flow(PEER, LOCAL, IpProtocol.GRE, new Transport.Opaque(), mark);
    }

    private static Verdict allow(Service service) {
        return new Verdict(Action.ACCEPT, new PlatformAllow(service));
    }
}
