package dev.cordon.conformance.netns.packets;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Transport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// What stands behind an IP header, with a right checksum.
final class Layer4Bytes {

    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;
    static final int URG = 32;

    private static final int SCTP_INIT = 1;
    private static final int SCTP_INIT_ACK = 2;
    private static final int SCTP_TAG = 7;
    private static final int WINDOW = 65_000;

    /// The fields of a TCP segment that its connection goes by.
    record Segment(int flags, int sequence, int acknowledged) {}

    private Layer4Bytes() {}

    static byte[] tcp(Flow flow, Segment segment, byte[] payload) {
        ByteBuffer body = ByteBuffer.allocate(20 + payload.length);
        putPorts(body, flow);
        body.putInt(segment.sequence()).putInt(segment.acknowledged());
        body.put((byte) 0x50).put((byte) segment.flags()).putShort((short) WINDOW);
        return checked(flow, body.putInt(0).put(payload), 16);
    }

    static byte[] udp(Flow flow, byte[] payload) {
        ByteBuffer body = ByteBuffer.allocate(8 + payload.length);
        putPorts(body, flow);
        body.putShort((short) body.capacity()).putShort((short) 0).put(payload);
        byte[] bytes = checked(flow, body, 6);
        if (body.getShort(6) == 0) {
            body.putShort(6, (short) 0xffff);
        }
        return bytes;
    }

    /// @param rest the four bytes behind the checksum: identifier and sequence of an echo
    static byte[] icmp(Flow flow, int rest, byte[] payload) {
        if (!(flow.transport() instanceof Transport.Icmp(int type, int code))) {
            throw new IllegalArgumentException("not of icmp `" + flow + "`");
        }
        ByteBuffer body = ByteBuffer.allocate(8 + payload.length);
        body.put((byte) type).put((byte) code).putShort((short) 0).putInt(rest).put(payload);
        if (flow.protocol().equals(IpProtocol.ICMPV6)) {
            return checked(flow, body, 2);
        }
        body.putShort(2, Checksum.of(body.array()));
        return body.array();
    }

    static byte[] gre(byte[] payload) {
        int carriesIpV4 = 0x0800;
        return ByteBuffer.allocate(4 + payload.length)
                .putInt(carriesIpV4)
                .put(payload)
                .array();
    }

    /// Returns the first chunk of an association; the payload is a parameter that nobody knows.
    static byte[] sctpInit(int sourcePort, int destinationPort, byte[] payload) {
        return sctp(sourcePort, destinationPort, 0, SCTP_INIT, payload);
    }

    static byte[] sctpInitAck(int sourcePort, int destinationPort, byte[] payload) {
        return sctp(sourcePort, destinationPort, SCTP_TAG, SCTP_INIT_ACK, payload);
    }

    private static byte[] sctp(int sourcePort, int destinationPort, int tag, int chunk, byte[] payload) {
        int parameterBytes = 4 + payload.length;
        ByteBuffer body = ByteBuffer.allocate(12 + 20 + parameterBytes);
        body.putShort((short) sourcePort).putShort((short) destinationPort);
        body.putInt(tag).putInt(0);
        body.put((byte) chunk).put((byte) 0).putShort((short) (20 + parameterBytes));
        body.putInt(SCTP_TAG).putInt(WINDOW).putShort((short) 1).putShort((short) 1);
        body.putInt(1);
        int skipIfUnknown = 0x8f00;
        body.putShort((short) skipIfUnknown).putShort((short) parameterBytes).put(payload);
        CRC32C checksum = new CRC32C();
        checksum.update(body.array());
        body.order(ByteOrder.LITTLE_ENDIAN).putInt(8, (int) checksum.getValue());
        return body.array();
    }

    private static void putPorts(ByteBuffer body, Flow flow) {
        if (!(flow.transport() instanceof Transport.Ports(int source, int destination))) {
            throw new IllegalArgumentException("no ports in `" + flow + "`");
        }
        body.putShort((short) source).putShort((short) destination);
    }

    private static byte[] checked(Flow flow, ByteBuffer body, int checksumAt) {
        body.putShort(checksumAt, Checksum.withPseudoHeader(flow, body.array()));
        return body.array();
    }

    /// Tells whether a protocol is the ICMP of a family.
    static boolean isIcmpOf(AddressFamily family, IpProtocol protocol) {
        return protocol.isIcmp() && protocol.belongsTo(family);
    }
}
