package dev.cordon.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.model.net.Packet.Detail;
import dev.cordon.model.net.Transport.Icmp;
import dev.cordon.model.net.Tuple.Selector;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketTest {

    private static final IpAddress A = IpAddress.of("192.0.2.1");
    private static final IpAddress B = IpAddress.of("198.51.100.2");

    private static Flow icmp(int type) {
        return new Flow(A, B, IpProtocol.ICMP, new Icmp(type, 0), Mark.NONE);
    }

    @Test
    void portsChangePlacesOnTheWayBack() {
        assertEquals(
                Optional.of(new Tuple(B, A, IpProtocol.TCP, new Selector.Ports(443, 40_000))),
                Packet.of(Flow.tcp(A, 40_000, B, 443)).tuple().reversed());
    }

    @ParameterizedTest(name = "type {0} is answered by {1}")
    @CsvSource({"8, 0", "0, 8", "13, 14", "15, 16", "18, 17"})
    void aQuestionIsAnsweredByItsOwnAnswer(int type, int answer) {
        Tuple tuple = new Packet(icmp(type), new Detail.Identifier(7)).tuple();
        assertEquals(Optional.of(new Tuple(B, A, IpProtocol.ICMP, new Selector.Query(answer, 7))), tuple.reversed());
    }

    @Test
    void nothingAnswersAnError() {
        assertEquals(Optional.empty(), Packet.of(icmp(3)).tuple().reversed());
    }

    @Test
    void aProtocolWithoutPortsIsTwoAddresses() {
        assertEquals(
                Optional.of(new Tuple(B, A, IpProtocol.GRE, new Selector.Nothing())),
                Packet.of(Flow.opaque(A, B, IpProtocol.GRE)).tuple().reversed());
    }

    @Test
    void theMarkOfTheFabricIsNoPartOfTheTuple() {
        Flow plain = Flow.udp(A, 5_000, B, 53);
        Flow marked = new Flow(A, B, IpProtocol.UDP, plain.transport(), Mark.LOAD_BALANCER);
        assertEquals(Packet.of(plain).tuple(), Packet.of(marked).tuple());
    }

    @Test
    void aPacketShowsOnlyWhatItsProtocolHas() {
        Tuple quoted = Packet.of(Flow.udp(B, 53, A, 5_000)).tuple();
        Detail flags = new Detail.Flags(Set.of(TcpFlag.SYN));
        assertThrows(IllegalArgumentException.class, () -> new Packet(Flow.udp(A, 5_000, B, 53), flags));
        assertThrows(IllegalArgumentException.class, () -> new Packet(icmp(8), new Detail.Quote(quoted)));
        assertThrows(IllegalArgumentException.class, () -> new Packet(icmp(3), new Detail.Identifier(7)));
        assertEquals(Optional.of(quoted), new Packet(icmp(11), new Detail.Quote(quoted)).quoted());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"SYN, false", "SYN ACK, true", "ACK, true", "FIN ACK, true", "RST, true"})
    void onlyASynWithoutAckOpensAConnection(String flags, boolean midStream) {
        Set<TcpFlag> set = Arrays.stream(flags.split(" ")).map(TcpFlag::valueOf).collect(Collectors.toSet());
        assertEquals(midStream, new Packet(Flow.tcp(A, 40_000, B, 443), new Detail.Flags(set)).isMidStream());
        assertEquals(false, Packet.of(Flow.tcp(A, 40_000, B, 443)).isMidStream());
    }
}
