package dev.cordon.conformance.netns.packets;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.Flow;
import dev.cordon.model.net.Mark;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// IP packets as bytes, with the addresses and the protocol of a flow.
///
/// What the fabric says of a packet is written into its DSCP field, and [TapHost] turns it into the
/// mark that the kernel sees.
final class IpBytes {

    private static final int DSCP_LOAD_BALANCER = 42;
    private static final int DSCP_PROBE = 43;
    private static final int DSCP_MACHINE = 44;

    private static final int HOP_LIMIT = 64;
    private static final int FRAGMENT_HEADER = 44;

    /// Where a fragment stands in its packet.
    ///
    /// @param offsetBytes a multiple of 8
    record Piece(int offsetBytes, int lengthBytes, Rest rest) {

        enum Rest {
            MORE,
            NONE
        }
    }

    private IpBytes() {}

    static byte[] packet(Flow flow, byte[] body) {
        return switch (flow.family()) {
            case IPV4 -> v4(flow, 0, 0, new byte[0], body);
            case IPV6 -> v6(flow, flow.protocol().number(), body);
        };
    }

    /// @param options of IPv4, a multiple of four bytes
    static byte[] withOptions(Flow flow, byte[] options, byte[] body) {
        return v4(flow, 0, 0, options, body);
    }

    /// Returns a packet in pieces, the first one first.
    ///
    /// @param pieceBytes length of each but the last, a multiple of 8
    static List<byte[]> fragments(Flow flow, int identification, int pieceBytes, byte[] body) {
        List<byte[]> fragments = new ArrayList<>();
        for (int offset = 0; offset < body.length; offset += pieceBytes) {
            int length = Math.min(pieceBytes, body.length - offset);
            Piece.Rest rest = offset + length < body.length ? Piece.Rest.MORE : Piece.Rest.NONE;
            fragments.add(fragment(flow, identification, new Piece(offset, length, rest), body));
        }
        return fragments;
    }

    /// Returns one piece of a body, under a header of its own.
    static byte[] fragment(Flow flow, int identification, Piece piece, byte[] body) {
        byte[] part = new byte[piece.lengthBytes()];
        System.arraycopy(body, piece.offsetBytes(), part, 0, part.length);
        boolean more = piece.rest() == Piece.Rest.MORE;
        int offset = piece.offsetBytes() / 8;
        if (flow.family() == AddressFamily.IPV4) {
            return v4(flow, identification, (more ? 0x2000 : 0) | offset, new byte[0], part);
        }
        ByteBuffer inside = ByteBuffer.allocate(8 + part.length);
        inside.put((byte) flow.protocol().number()).put((byte) 0);
        inside.putShort((short) (offset << 3 | (more ? 1 : 0)));
        inside.putInt(identification).put(part);
        return v6(flow, FRAGMENT_HEADER, inside.array());
    }

    private static byte[] v4(Flow flow, int identification, int flagsAndOffset, byte[] options, byte[] body) {
        int headerBytes = 20 + options.length;
        ByteBuffer packet = ByteBuffer.allocate(headerBytes + body.length);
        packet.put((byte) (0x40 | headerBytes / 4)).put((byte) (dscp(flow) << 2));
        packet.putShort((short) packet.capacity());
        packet.putShort((short) identification).putShort((short) flagsAndOffset);
        packet.put((byte) HOP_LIMIT).put((byte) flow.protocol().number()).putShort((short) 0);
        packet.put(AddressBytes.of(flow.source())).put(AddressBytes.of(flow.destination()));
        packet.put(options);
        byte[] header = new byte[headerBytes];
        packet.get(0, header);
        packet.putShort(10, Checksum.of(header));
        return packet.put(body).array();
    }

    private static byte[] v6(Flow flow, int nextHeader, byte[] body) {
        ByteBuffer packet = ByteBuffer.allocate(40 + body.length);
        packet.putInt(0x60000000 | dscp(flow) << 22).putShort((short) body.length);
        packet.put((byte) nextHeader).put((byte) HOP_LIMIT);
        packet.put(AddressBytes.of(flow.source())).put(AddressBytes.of(flow.destination()));
        return packet.put(body).array();
    }

    /// Returns a packet as the machine itself sends it, which it may although it is
    /// [silenced][TapHost#silence()]: marked for the fabric, or as this.
    static byte[] ofTheMachine(byte[] packet) {
        byte[] told = packet.clone();
        boolean v4 = (packet[0] & 0xf0) == 0x40;
        boolean marked = v4 ? packet[1] != 0 : (packet[0] & 0xf) != 0 || (packet[1] & 0xf0) != 0;
        if (!marked && v4) {
            // the kernel makes the checksum of what it sends
            told[1] = (byte) (DSCP_MACHINE << 2);
        } else if (!marked) {
            told[0] |= (byte) (DSCP_MACHINE >> 2);
            told[1] |= (byte) ((DSCP_MACHINE & 3) << 6);
        }
        return told;
    }

    private static int dscp(Flow flow) {
        return switch (flow.mark()) {
            case Mark.NONE -> 0;
            case Mark.LOAD_BALANCER -> DSCP_LOAD_BALANCER;
            case Mark.PLATFORM_PROBE -> DSCP_PROBE;
        };
    }
}
