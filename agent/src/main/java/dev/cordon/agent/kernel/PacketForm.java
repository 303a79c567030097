package dev.cordon.agent.kernel;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.Transport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads packets of which only the first bytes are there, sent by anybody. Whatever the bytes,
/// there is an answer.
///
/// @spec https://www.rfc-editor.org/rfc/rfc791 Internet Protocol
/// @spec https://www.rfc-editor.org/rfc/rfc8200 Internet Protocol, Version 6
final class PacketForm {

    private static final int V4_HEADER_BYTES = 20;
    private static final int V4_FRAGMENT_OFFSET_MASK = 0x1fff;
    private static final int V6_HEADER_BYTES = 40;
    private static final int V6_FRAGMENT_OFFSET_MASK = 0xfff8;
    private static final int V6_UNIT_BYTES = 8;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int MOBILITY = 135;

    private PacketForm() {}

    /// @param packet from the IP header on
    static Glimpse read(ByteBuffer packet) {
        ByteBuffer in = packet.slice().order(ByteOrder.BIG_ENDIAN);
        if (!in.hasRemaining()) {
            return new Glimpse.Nothing();
        }
        return switch (in.get(0) >> 4 & 0xf) {
            case 4 -> v4(in);
            case 6 -> v6(in);
            default -> new Glimpse.Nothing();
        };
    }

    private static Glimpse v4(ByteBuffer in) {
        int headerBytes = (in.get(0) & 0xf) * Integer.BYTES;
        if (in.remaining() < V4_HEADER_BYTES || headerBytes < V4_HEADER_BYTES) {
            return new Glimpse.Nothing();
        }
        Glimpse.Addressed known = new Glimpse.Addressed(
                new IpAddress.V4(in.getInt(12)), new IpAddress.V4(in.getInt(16)), protocol(in.get(9)));
        boolean first = (in.getShort(6) & V4_FRAGMENT_OFFSET_MASK) == 0;
        return first ? whole(known, in, headerBytes) : known;
    }

    private static Glimpse v6(ByteBuffer in) {
        if (in.remaining() < V6_HEADER_BYTES) {
            return new Glimpse.Nothing();
        }
        IpAddress source = new IpAddress.V6(in.getLong(8), in.getLong(16));
        IpAddress destination = new IpAddress.V6(in.getLong(24), in.getLong(32));
        int next = Byte.toUnsignedInt(in.get(6));
        int at = V6_HEADER_BYTES;
        while (isExtension(next) && at + V6_UNIT_BYTES <= in.limit()) {
            if (next == FRAGMENT && (in.getShort(at + 2) & V6_FRAGMENT_OFFSET_MASK) != 0) {
                return new Glimpse.Addressed(source, destination, protocol(in.get(at)));
            }
            int length = extensionBytes(next, Byte.toUnsignedInt(in.get(at + 1)));
            next = Byte.toUnsignedInt(in.get(at));
            at += length;
        }
        return whole(new Glimpse.Addressed(source, destination, new IpProtocol(next)), in, at);
    }

    private static boolean isExtension(int header) {
        return switch (header) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION_OPTIONS, MOBILITY -> true;
            default -> false;
        };
    }

    /// Each kind counts its length in a way of its own.
    private static int extensionBytes(int header, int length) {
        return switch (header) {
            case FRAGMENT -> V6_UNIT_BYTES;
            case AUTHENTICATION -> (length + 2) * Integer.BYTES;
            default -> (length + 1) * V6_UNIT_BYTES;
        };
    }

    /// @param at where the header of the protocol begins, perhaps behind the end
    private static Glimpse whole(Glimpse.Addressed known, ByteBuffer in, int at) {
        IpProtocol protocol = known.protocol();
        int left = in.limit() - at;
        if (protocol.hasPorts()) {
            return left < 2 * Short.BYTES
                    ? known
                    : whole(known, new Transport.Ports(unsigned(in.getShort(at)), unsigned(in.getShort(at + 2))));
        }
        if (protocol.isIcmp()) {
            return left < 2
                    ? known
                    : whole(
                            known,
                            new Transport.Icmp(Byte.toUnsignedInt(in.get(at)), Byte.toUnsignedInt(in.get(at + 1))));
        }
        return isExtension(protocol.number()) ? known : whole(known, new Transport.Opaque());
    }

    private static Glimpse whole(Glimpse.Addressed known, Transport transport) {
        return new Glimpse.Whole(new Flow(known.source(), known.destination(), known.protocol(), transport, Mark.NONE));
    }

    private static int unsigned(short port) {
        return Short.toUnsignedInt(port);
    }

    private static IpProtocol protocol(byte number) {
        return new IpProtocol(Byte.toUnsignedInt(number));
    }
}
