package dev.cordon.engine.explain;

import static dev.cordon.model.Sketch.eni;
import static dev.cordon.model.Sketch.interconnected;
import static dev.cordon.model.Sketch.state;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.explain.Party.Member;
import dev.cordon.engine.explain.Party.Outside;
import dev.cordon.engine.explain.Question.Clear;
import dev.cordon.engine.explain.Question.Reading;
import dev.cordon.engine.explain.Question.Unclear;
import dev.cordon.engine.explain.Question.Words;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.policy.Attachment.Attached;
import dev.cordon.model.policy.Attachment.Role;
import dev.cordon.model.policy.Eni;
import dev.cordon.model.policy.EniAddresses;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.InstanceId;
import dev.cordon.model.state.PolicyState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The instance `i-7` has a secondary ENI, `eni-1`, and a primary one, `eni-2`.
final class QuestionTest {

    private static final IpAddress ONE = IpAddress.of("192.0.2.11");
    private static final IpAddress TWO = IpAddress.of("192.0.2.12");
    private static final IpAddress TWO_V6 = IpAddress.of("2001:db8::12");
    private static final IpAddress OUTSIDE = IpAddress.of("203.0.113.5");

    private static final PolicyState STATE = state(
            interconnected("sg-1"),
            eni("eni-1", "192.0.2.11", "sg-1").with(new Attached(new InstanceId("i-7"), Role.SECONDARY)),
            eni("eni-2", "192.0.2.12", "sg-1")
                    .with(new EniAddresses(TWO, List.of(TWO_V6), List.of(), List.of(IpAddress.of("198.51.100.9"))))
                    .with(new Attached(new InstanceId("i-7"), Role.PRIMARY)),
            eni("eni-3", "192.0.2.13", "sg-1").with(new Attached(new InstanceId("i-8"), Role.SECONDARY)),
            eni("eni-4", "192.0.2.14", "sg-1"));

    @Test
    void namesAnEniByItsIdItsInstanceOrItsAddress() {
        Question expected = new Question(member("eni-1", ONE), member("eni-2", TWO), Flow.tcp(ONE, 40_000, TWO, 443));
        for (String two : List.of("eni-2", "i-7", "192.0.2.12")) {
            assertEquals(new Clear(expected), read(new Words("eni-1", two, "tcp", "443", "")));
        }
    }

    @Test
    void whatNoEniHasIsOutside() {
        Question expected =
                new Question(new Outside(OUTSIDE), member("eni-1", ONE), Flow.udp(OUTSIDE, 40_000, ONE, 53));
        assertEquals(new Clear(expected), read(new Words("203.0.113.5", "192.0.2.11", "UDP", "53", "")));
        assertEquals(new Outside(IpAddress.of("198.51.100.9")), from("198.51.100.9", "eni-1"));
    }

    /// One address of IPv6 makes it a question of IPv6.
    @Test
    void anEniThatIsNamedByIdAnswersUnderAnAddressOfTheOthersFamily() {
        IpAddress outside = IpAddress.of("2001:db8:9::5");
        Clear out = new Clear(new Question(member("eni-2", TWO_V6), new Outside(outside), Flow.ping(TWO_V6, outside)));
        Clear in = new Clear(new Question(new Outside(outside), member("eni-2", TWO_V6), Flow.ping(outside, TWO_V6)));
        assertEquals(out, read(new Words("eni-2", "2001:db8:9::5", "icmp", "", "")));
        assertEquals(in, read(new Words("2001:db8:9::5", "eni-2", "icmp", "", "")));
    }

    @ParameterizedTest(name = "{0} from {2} to {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            PROTOCOL | PORT  | SOURCE | NUMBER | SOURCE PORT
            tcp      | 1     |        | 6      | 40000
            TCP      | 65535 | 22     | 6      | 22
            6        | 443   | 65535  | 6      | 65535
            udp      | 53    | 0      | 17     | 0
            17       | 0     |        | 17     | 40000
            """)
    void aProtocolWithPortsNeedsTheOneAndMayHaveTheOther(
            String protocol, int port, String source, int number, int sourcePort) {
        Words words = new Words("eni-1", "eni-2", protocol, String.valueOf(port), source == null ? "" : source);
        Flow expected = number == 6 ? Flow.tcp(ONE, sourcePort, TWO, port) : Flow.udp(ONE, sourcePort, TWO, port);
        assertEquals(expected, flow(words));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"gre, 47", "GRE, 47", "47, 47", "0, 0", "255, 255"})
    void anyOtherProtocolIsTwoAddresses(String protocol, int number) {
        assertEquals(
                Flow.opaque(ONE, TWO, new IpProtocol(number)), flow(new Words("eni-1", "eni-2", protocol, "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"icmp", "icmpv6", "ICMP", "1", "58"})
    void anIcmpIsAPingOfTheFamily(String protocol) {
        assertEquals(Flow.ping(ONE, TWO), flow(new Words("eni-1", "eni-2", protocol, "", "")));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "-",
            emptyValue = "",
            value = {
                "tcp, 65536, ''",
                "tcp, '', ''",
                "tcp, -1, ''",
                "tcp, 443, 65536",
                "tcp, 443, x",
                "udp, 100000, ''",
                "256, '', ''",
                "sctp, '', ''"
            })
    void whatIsNoProtocolAndPortIsNamed(String protocol, String port, String source) {
        String problem = "not a protocol and port `" + protocol + " " + port
                + "`; use tcp or udp with a port from 1 to 65535, icmp, gre or a number";
        assertEquals(new Unclear(problem), read(new Words("eni-1", "eni-2", protocol, port, source)));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "eni-9, eni-1, eni-9",
        "eni-1, eni-9, eni-9",
        "eni-1, not an id, not an id",
        "eni-1, i-8, i-8",
        "2001:db8:9::5, eni-1, eni-1"
    })
    void whoIsNobodyIsNamed(String from, String to, String unknown) {
        assertEquals(
                new Unclear("no eni, instance or address `" + unknown + "`; list them with cordon show state"),
                read(new Words(from, to, "icmp", "", "")));
    }

    @Test
    void twoFamiliesMakeNoConnection() {
        assertEquals(
                new Unclear("`192.0.2.11` and `2001:db8:9::5` are of two address families"),
                read(new Words("192.0.2.11", "2001:db8:9::5", "icmp", "", "")));
    }

    private static Reading read(Words words) {
        return Question.parse(STATE, words);
    }

    private static Flow flow(Words words) {
        return question(words).flow();
    }

    private static Party from(String from, String to) {
        return question(new Words(from, to, "icmp", "", "")).from();
    }

    private static Question question(Words words) {
        return switch (read(words)) {
            case Clear(Question question) -> question;
            case Unclear unclear -> throw new AssertionError(unclear);
        };
    }

    private static Member member(String id, IpAddress address) {
        Eni eni = STATE.eni(new EniId(id)).orElseThrow();
        return new Member(eni, address);
    }
}
