package dev.cordon.agent.kernel;

import dev.cordon.agent.kernel.ConntrackEntry.Layer4;
import dev.cordon.agent.kernel.NetlinkMessage.Attributes;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.nft.text.TestText;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Conntrack entries as netlink carries them. The numbers are those of
/// `linux/netfilter/nfnetlink_conntrack.h`.
final class ConntrackForm {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;

    private static final int TUPLE_ORIGINAL = 1;
    private static final int TUPLE_REPLY = 2;
    private static final int MARK = 8;
    private static final int ID = 12;
    private static final int ZONE = 18;
    private static final int FILTER = 25;

    private static final int FILTER_ORIGINAL = 1;
    private static final int FILTER_REPLY = 2;
    private static final int COMPARE_SOURCE = 1;
    private static final int COMPARE_DESTINATION = 2;

    private static final int TUPLE_IP = 1;
    private static final int TUPLE_PROTOCOL = 2;

    private static final int IPV4_SOURCE = 1;
    private static final int IPV4_DESTINATION = 2;
    private static final int IPV6_SOURCE = 3;
    private static final int IPV6_DESTINATION = 4;

    private static final int NUMBER = 1;
    private static final int SOURCE_PORT = 2;
    private static final int DESTINATION_PORT = 3;
    /// The identifier; type and code follow.
    private static final int ICMP = 4;
    private static final int ICMPV6 = 7;

    private ConntrackForm() {}

    static int family(IpAddress address) {
        return switch (address.family()) {
            case IPV4 -> AF_INET;
            case IPV6 -> AF_INET6;
        };
    }

    /// Reads an entry; nothing if its tuple is of another family than IP.
    ///
    /// @throws KernelException if what it says does not fit together
    static Optional<ConntrackEntry> read(NetlinkMessage message) {
        Attributes tuple = message.attributes().nested(TUPLE_ORIGINAL);
        Attributes ip = tuple.nested(TUPLE_IP);
        Attributes protocol = tuple.nested(TUPLE_PROTOCOL);
        boolean v4 = ip.has(IPV4_SOURCE) && ip.has(IPV4_DESTINATION);
        if (!v4 && !(ip.has(IPV6_SOURCE) && ip.has(IPV6_DESTINATION))) {
            return Optional.empty();
        }
        IpProtocol number = new IpProtocol(protocol.u8(NUMBER));
        Layer4 layer4 = layer4(protocol);
        if (!belongsTo(number, layer4)) {
            throw new KernelException("netlink: a session of protocol `" + number + "` with `" + layer4 + "`");
        }
        return Optional.of(new ConntrackEntry(
                v4 ? v4(ip, IPV4_SOURCE) : v6(ip, IPV6_SOURCE),
                v4 ? v4(ip, IPV4_DESTINATION) : v6(ip, IPV6_DESTINATION),
                number,
                layer4,
                TestText.mark(message.attributes().u32(MARK)),
                message.attributes().u16(ZONE),
                message.attributes().u32(ID)));
    }

    /// Returns the source of a tuple, if it is one of IP.
    static Optional<IpAddress> source(Attributes tuple) {
        Attributes ip = tuple.nested(TUPLE_IP);
        if (ip.has(IPV4_SOURCE)) {
            return Optional.of(v4(ip, IPV4_SOURCE));
        }
        return ip.has(IPV6_SOURCE) ? Optional.of(v6(ip, IPV6_SOURCE)) : Optional.empty();
    }

    private static IpAddress v4(Attributes ip, int type) {
        return new IpAddress.V4(ip.bytes(type, Integer.BYTES).getInt());
    }

    private static IpAddress v6(Attributes ip, int type) {
        ByteBuffer bytes = ip.bytes(type, 2 * Long.BYTES);
        return new IpAddress.V6(bytes.getLong(), bytes.getLong());
    }

    /// Other protocols than TCP and UDP may have ports too.
    private static boolean belongsTo(IpProtocol protocol, Layer4 layer4) {
        return switch (layer4) {
            case Layer4.Ports ports -> !protocol.isIcmp();
            case Layer4.Icmp icmp -> protocol.isIcmp();
            case Layer4.Nothing() -> !protocol.hasPorts() && !protocol.isIcmp();
        };
    }

    private static Layer4 layer4(Attributes protocol) {
        for (int icmp : new int[] {ICMP, ICMPV6}) {
            if (protocol.has(icmp)) {
                return new Layer4.Icmp(protocol.u8(icmp + 1), protocol.u8(icmp + 2), protocol.u16(icmp));
            }
        }
        return protocol.has(SOURCE_PORT)
                ? new Layer4.Ports(protocol.u16(SOURCE_PORT), protocol.u16(DESTINATION_PORT))
                : new Layer4.Nothing();
    }

    /// Writes what names an entry: its original tuple, its zone and its id.
    static NetlinkRequest write(ConntrackEntry entry, NetlinkRequest request) {
        int tuple = request.begin(TUPLE_ORIGINAL);
        int ip = request.begin(TUPLE_IP);
        boolean v4 = entry.source() instanceof IpAddress.V4;
        request.attribute(v4 ? IPV4_SOURCE : IPV6_SOURCE, bytes(entry.source()));
        request.attribute(v4 ? IPV4_DESTINATION : IPV6_DESTINATION, bytes(entry.destination()));
        request.end(ip);
        int protocol = request.begin(TUPLE_PROTOCOL);
        request.u8(NUMBER, entry.protocol().number());
        writeLayer4(entry, request);
        request.end(protocol).end(tuple);
        if (entry.zone() != 0) {
            request.u16(ZONE, entry.zone());
        }
        return request.u32(ID, entry.id());
    }

    /// Writes what a dump is to be filtered by.
    static NetlinkRequest write(ConntrackFilter filter, NetlinkRequest request) {
        boolean reply = filter.place() == ConntrackFilter.Place.REPLY_SOURCE;
        boolean destination = filter.place() == ConntrackFilter.Place.ORIGINAL_DESTINATION;
        int tuple = request.begin(reply ? TUPLE_REPLY : TUPLE_ORIGINAL);
        int ip = request.begin(TUPLE_IP);
        request.attribute(destination ? IPV4_DESTINATION : IPV4_SOURCE, bytes(filter.address()))
                .end(ip)
                .end(tuple);
        int flags = request.begin(FILTER);
        ByteBuffer compared = Libc.nativeBuffer(Integer.BYTES)
                .putInt(destination ? COMPARE_DESTINATION : COMPARE_SOURCE)
                .flip();
        return request.attribute(reply ? FILTER_REPLY : FILTER_ORIGINAL, compared)
                .end(flags);
    }

    private static void writeLayer4(ConntrackEntry entry, NetlinkRequest request) {
        switch (entry.layer4()) {
            case Layer4.Ports(int source, int destination) ->
                request.u16(SOURCE_PORT, source).u16(DESTINATION_PORT, destination);
            case Layer4.Icmp(int type, int code, int identifier) -> {
                // by the protocol, which may be in a packet of the other family
                int icmp = entry.protocol().equals(IpProtocol.ICMP) ? ICMP : ICMPV6;
                request.u16(icmp, identifier).u8(icmp + 1, type).u8(icmp + 2, code);
            }
            case Layer4.Nothing() -> {}
        }
    }

    static ByteBuffer bytes(IpAddress address) {
        return switch (address) {
            case IpAddress.V4(int bits) ->
                ByteBuffer.allocate(Integer.BYTES).putInt(bits).flip();
            case IpAddress.V6(long high, long low) ->
                ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).flip();
        };
    }
}
