package dev.cordon.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PlatformTest {

    private static final IpAddress LOCAL = IpAddress.of("192.0.2.11");
    private static final IpAddress PEER = IpAddress.of("203.0.113.5");
    private static final IpAddress LOCAL_V6 = IpAddress.of("2001:db8::11");
    private static final IpAddress PEER_V6 = IpAddress.of("2001:db8::5");
    private static final IpAddress METADATA = IpAddress.of("100.100.100.200");

    private static final Eni ENI = Sketch.eni("eni-1", "192.0.2.11", "sg-1");
    private static final Eni NO_MAIL =
            ENI.with(new EniSettings(MacAddress.of("00:00:00:00:00:01"), TrackingTimeouts.DEFAULT, Smtp.BLOCKED));

    @ParameterizedTest
    @EnumSource
    void whatTheFabricMarksPassesBothWays(Direction direction) {
        assertEquals(allow(Service.LOAD_BALANCER), decide(direction, marked(Mark.LOAD_BALANCER)));
        assertEquals(allow(Service.PROBE), decide(direction, marked(Mark.PLATFORM_PROBE)));
        assertEquals(Optional.empty(), decide(direction, marked(Mark.NONE)));
    }

    @ParameterizedTest(name = "{0} type {1} code {2}: {3}")
    @CsvSource({
        "1, 3, 4, true",
        "1, 3, 3, false",
        "1, 4, 4, false",
        "1, 2, 4, false",
        "58, 2, 4, false",
        "58, 3, 4, false"
    })
    void fragmentationNeededComesInWhateverTheRulesSay(int protocol, int type, int code, boolean expected) {
        Flow flow = new Flow(PEER, LOCAL, new IpProtocol(protocol), new Icmp(type, code), Mark.NONE);
        assertEquals(expected ? allow(Service.PATH_MTU) : Optional.empty(), decide(Direction.INGRESS, flow));
        assertEquals(Optional.empty(), decide(Direction.EGRESS, flow));
    }

    @ParameterizedTest(name = "{0} type {1} code {2}: {3}")
    @CsvSource({"58, 2, 0, true", "58, 2, 7, true", "58, 3, 4, false", "1, 2, 0, false", "1, 3, 4, false"})
    void packetTooBigComesInWhateverTheRulesSay(int protocol, int type, int code, boolean expected) {
        Flow flow = new Flow(PEER_V6, LOCAL_V6, new IpProtocol(protocol), new Icmp(type, code), Mark.NONE);
        assertEquals(expected ? allow(Service.PATH_MTU) : Optional.empty(), decide(Direction.INGRESS, flow));
    }

    @Test
    void theMetadataServerIsReachedAndReachesNobody() {
        assertEquals(allow(Service.METADATA), decide(Direction.EGRESS, Flow.tcp(LOCAL, 40_004, METADATA, 80)));
        assertEquals(Optional.empty(), decide(Direction.INGRESS, Flow.tcp(METADATA, 80, LOCAL, 40_004)));
    }

    @ParameterizedTest(name = "TCP to {0} port {1}: {2}")
    @CsvSource({
        "203.0.113.5, 25, true",
        "203.0.113.5, 24, false",
        "203.0.113.5, 465, false",
        "1.0.0.0, 25, true",
        "0.255.255.255, 25, false",
        "10.0.0.1, 25, false",
        "100.64.0.1, 25, false",
        "100.128.0.0, 25, true",
        "127.0.0.1, 25, false",
        "169.254.1.1, 25, false",
        "172.31.255.255, 25, false",
        "172.32.0.0, 25, true",
        "192.168.0.1, 25, false",
        "223.255.255.255, 25, true",
        "224.0.0.1, 25, false",
        "255.255.255.255, 25, false"
    })
    void mailToTheInternetIsKeptBack(String peer, int port, boolean kept) {
        Optional<Verdict> expected = kept ? deny(Service.SMTP) : Optional.empty();
        Flow flow = Flow.tcp(LOCAL, 40_005, IpAddress.of(peer), port);
        assertEquals(expected, Platform.decide(NO_MAIL, Direction.EGRESS, flow));
    }

    @ParameterizedTest(name = "TCP to {0}: {1}")
    @CsvSource({"2400::5, true", "::1, false", "fc00::1, false", "fdff::1, false", "fe80::1, false", "ff02::1, false"})
    void mailToTheInternetIsKeptBackInIpv6Too(String peer, boolean kept) {
        Optional<Verdict> expected = kept ? deny(Service.SMTP) : Optional.empty();
        Flow flow = Flow.tcp(LOCAL_V6, 40_005, IpAddress.of(peer), 25);
        assertEquals(expected, Platform.decide(NO_MAIL, Direction.EGRESS, flow));
    }

    @Test
    void mailIsKeptBackOnlyOnItsWayOutAndUnlessUnblocked() {
        Flow out = Flow.tcp(LOCAL, 40_005, PEER, 25);
        assertEquals(Optional.empty(), Platform.decide(ENI, Direction.EGRESS, out));
        assertEquals(Optional.empty(), Platform.decide(NO_MAIL, Direction.INGRESS, Flow.tcp(PEER, 40_005, LOCAL, 25)));
        assertEquals(Optional.empty(), Platform.decide(NO_MAIL, Direction.EGRESS, Flow.udp(LOCAL, 40_005, PEER, 25)));
    }

    /// Allowing stands before denying: a load balancer's mail passes.
    @Test
    void aMarkBeatsTheBlockOfMail() {
        Flow flow = new Flow(LOCAL, PEER, IpProtocol.TCP, new Transport.Ports(40_005, 25), Mark.LOAD_BALANCER);
        assertEquals(allow(Service.LOAD_BALANCER), Platform.decide(NO_MAIL, Direction.EGRESS, flow));
    }

    private static Optional<Verdict> decide(Direction direction, Flow flow) {
        return Platform.decide(ENI, direction, flow);
    }

    private static Flow marked(Mark mark) {
        return new Flow(PEER, LOCAL, IpProtocol.GRE, new Transport.Opaque(), mark);
    }

    private static Optional<Verdict> allow(Service service) {
        return Optional.of(new Verdict(Action.ACCEPT, new PlatformAllow(service)));
    }

    private static Optional<Verdict> deny(Service service) {
        return Optional.of(new Verdict(Action.DROP, new PlatformDeny(service)));
    }
}
