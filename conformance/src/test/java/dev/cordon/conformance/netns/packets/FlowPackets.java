package dev.cordon.conformance.netns.packets;

import dev.cordon.conformance.netns.packets.Layer4Bytes.Segment;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/// The first packet of a flow and the one that answers it.
final class FlowPackets {

    private static final int SCTP = 132;
    private static final int GRE = 47;
    private static final int SCTP_PORT = 5_000;
    static final int SEQUENCE = 1_000;
    private static final Set<Integer> QUESTIONS = Set.of(8, 13, 15, 17);
    private static final Set<Integer> QUESTIONS_V6 = Set.of(128);

    private FlowPackets() {}

    /// Tells whether conntrack takes the first packet for the beginning of a session. It takes an
    /// ICMP message that asks nothing for invalid, and so does ICMP in the other family's packets.
    static boolean beginsSession(Flow flow) {
        if (!(flow.transport() instanceof Transport.Icmp(int type, int code))) {
            return true;
        }
        return Layer4Bytes.isIcmpOf(flow.family(), flow.protocol())
                && switch (flow.family()) {
                    case IPV4 -> QUESTIONS.contains(type);
                    case IPV6 -> QUESTIONS_V6.contains(type);
                };
    }

    /// Tells whether a packet is an error about the length of another one, which gets to an ENI
    /// even if no session is known.
    static boolean isPathMtuError(Flow flow) {
        return Layer4Bytes.isIcmpOf(flow.family(), flow.protocol())
                && flow.transport() instanceof Transport.Icmp(int type, int code)
                && switch (flow.family()) {
                    case IPV4 -> type == 3 && code == 4;
                    case IPV6 -> type == 2;
                };
    }

    /// Returns the packet that asks for a session.
    static byte[] opening(Flow flow, int number) {
        byte[] payload = PacketNumber.payload(number);
        byte[] body = switch (flow.transport()) {
            case Transport.Ports ports ->
                flow.protocol().number() == 6
                        ? Layer4Bytes.tcp(flow, new Segment(Layer4Bytes.SYN, SEQUENCE, 0), payload)
                        : Layer4Bytes.udp(flow, payload);
            case Transport.Icmp icmp -> Layer4Bytes.icmp(flow, 0x00070001, payload);
            case Transport.Opaque() -> opaque(flow, payload);
        };
        return IpBytes.packet(flow, body);
    }

    private static byte[] opaque(Flow flow, byte[] payload) {
        return switch (flow.protocol().number()) {
            case GRE -> Layer4Bytes.gre(payload);
            case SCTP -> Layer4Bytes.sctpInit(SCTP_PORT, SCTP_PORT + 1, payload);
            default ->
                ByteBuffer.allocate(8 + payload.length).putLong(1).put(payload).array();
        };
    }

    /// Returns the answer; nothing if the flow asks nothing.
    static Optional<byte[]> answer(Flow flow, int number) {
        if (!beginsSession(flow)) {
            return Optional.empty();
        }
        byte[] payload = PacketNumber.payload(number);
        Flow back = reversed(flow);
        byte[] body = switch (back.transport()) {
            case Transport.Ports ports -> {
                Segment segment =
                        new Segment(Layer4Bytes.SYN | Layer4Bytes.ACK, SEQUENCE, SEQUENCE + 1 + PacketNumber.BYTES);
                yield flow.protocol().number() == 6
                        ? Layer4Bytes.tcp(back, segment, payload)
                        : Layer4Bytes.udp(back, payload);
            }
            case Transport.Icmp icmp -> Layer4Bytes.icmp(back, 0x00070001, payload);
            case Transport.Opaque() ->
                flow.protocol().number() == SCTP
                        ? Layer4Bytes.sctpInitAck(SCTP_PORT + 1, SCTP_PORT, payload)
                        : opaque(back, payload);
        };
        return Optional.of(IpBytes.packet(back, body));
    }

    /// Returns the flow of the answers.
    static Flow reversed(Flow flow) {
        Transport back = switch (flow.transport()) {
            case Transport.Ports(int source, int destination) -> new Transport.Ports(destination, source);
            case Transport.Icmp(int type, int code) -> new Transport.Icmp(answerType(type), code);
            case Transport.Opaque opaque -> opaque;
        };
        return new Flow(flow.destination(), flow.source(), flow.protocol(), back, Mark.NONE);
    }

    private static int answerType(int question) {
        return switch (question) {
            case 8 -> 0;
            case 13, 15, 17, 128 -> question + 1;
            default -> question;
        };
    }
}
