package dev.cordon.agent.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Netlink from bytes and to bytes, for tests that are elsewhere.
public final class NetlinkBytes {

    private static final int NUMBER = 1;
    private static final int CONNTRACK_NEW = 1 << 8;

    private NetlinkBytes() {}

    /// Returns the sessions in a datagram that answers request 1.
    ///
    /// @throws KernelException that says what is wrong
    public static List<ConntrackEntry> sessions(byte[] datagram) {
        List<ConntrackEntry> entries = new ArrayList<>();
        read(datagram, message -> ConntrackForm.read(message).ifPresent(entries::add));
        return entries;
    }

    /// Returns the links in a datagram that answers request 1.
    ///
    /// @throws KernelException that says what is wrong
    public static List<Link> links(byte[] datagram) {
        List<Link> links = new ArrayList<>();
        read(datagram, message -> links.add(Links.read(message)));
        return links;
    }

    /// Returns the logged packets in a datagram.
    ///
    /// @throws KernelException that says what is wrong
    public static List<LoggedPacket> packets(byte[] datagram) {
        List<LoggedPacket> packets = new ArrayList<>();
        NflogForm.read(ByteBuffer.wrap(datagram), packets::add);
        return packets;
    }

    /// Returns what the first bytes of a packet show.
    public static Glimpse glimpse(byte[] packet) {
        return PacketForm.read(ByteBuffer.wrap(packet));
    }

    private static void read(byte[] datagram, Consumer<NetlinkMessage> each) {
        new NetlinkAnswer(NUMBER, each).read(ByteBuffer.wrap(datagram).order(ByteOrder.nativeOrder()));
    }

    /// Returns a datagram that names an entry.
    public static byte[] of(ConntrackEntry entry) {
        NetlinkRequest request = new NetlinkRequest(CONNTRACK_NEW, 0);
        request.zeros(NetlinkRequest.NETFILTER_HEADER_BYTES);
        ByteBuffer finished = ConntrackForm.write(entry, request).finished(NUMBER);
        byte[] bytes = new byte[finished.remaining()];
        finished.get(bytes);
        return bytes;
    }
}
