package dev.cordon.agent.kernel;

import dev.cordon.agent.kernel.NetlinkMessage.Attributes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// Logged packets as netlink carries them, many in a datagram. The numbers are those of
/// `linux/netfilter/nfnetlink_log.h`.
///
/// Not read like an answer: the end mark of a batch carries bytes that mean nothing.
final class NflogForm {

    static final int SUBSYSTEM = 4;

    private static final int PACKET = SUBSYSTEM << 8;
    private static final int IN_LINK = 4;
    private static final int OUT_LINK = 5;
    private static final int PAYLOAD = 9;
    private static final int PREFIX = 10;
    private static final int SEQUENCE = 12;

    private NflogForm() {}

    /// Hands over each packet of a datagram, up to the first that cannot be read.
    ///
    /// @throws KernelException if what a message says of itself does not fit together
    static void read(ByteBuffer bytes, Consumer<LoggedPacket> each) {
        ByteBuffer datagram = bytes.slice().order(ByteOrder.nativeOrder());
        int header = NetlinkRequest.HEADER_BYTES + NetlinkRequest.NETFILTER_HEADER_BYTES;
        while (datagram.remaining() >= NetlinkRequest.HEADER_BYTES) {
            int start = datagram.position();
            int length = datagram.getInt(start);
            if (length < NetlinkRequest.HEADER_BYTES || length > datagram.remaining()) {
                throw new KernelException("netlink: a message says that it has `" + length + "` bytes, of "
                        + datagram.remaining() + " that are there");
            }
            if (Short.toUnsignedInt(datagram.getShort(start + 4)) == PACKET && length >= header) {
                each.accept(packet(Attributes.read(datagram.slice(start + header, length - header))));
            }
            datagram.position(Math.min(datagram.limit(), start + NetlinkMessage.aligned(length)));
        }
    }

    private static LoggedPacket packet(Attributes attributes) {
        return new LoggedPacket(
                attributes.text(PREFIX),
                (int) attributes.u32(IN_LINK),
                (int) attributes.u32(OUT_LINK),
                attributes.u32(SEQUENCE),
                PacketForm.read(attributes.bytes(PAYLOAD)));
    }
}
