package dev.cordon.agent.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// The answer to one request, as it comes in: messages up to an end, each of which is handed over.
///
/// @spec https://docs.kernel.org/userspace-api/netlink/intro.html Introduction to netlink
final class NetlinkAnswer {

    private static final int MESSAGE_ERROR = 2;
    private static final int MESSAGE_DONE = 3;
    private static final int FLAG_DUMP_INTERRUPTED = 0x10;

    /// Types from here on are those of subsystems of netfilter, with a header of their own.
    private static final int NETFILTER_TYPE_FIRST = 1 << 8;

    private final int expected;
    private final Consumer<NetlinkMessage> each;
    private boolean ended;
    private boolean consistent = true;

    /// @param expected the number of the request; messages with another one are left over from a
    ///     request that failed half-way
    NetlinkAnswer(int expected, Consumer<NetlinkMessage> each) {
        this.expected = expected;
        this.each = each;
    }

    boolean hasEnded() {
        return ended;
    }

    /// Tells whether the answer shows one moment; a dump that a change has interrupted does not.
    boolean isConsistent() {
        return consistent;
    }

    /// Reads what one datagram holds.
    ///
    /// @throws KernelException if the kernel says that the request, or the rest of a dump, failed
    void read(ByteBuffer datagram) {
        while (datagram.remaining() >= NetlinkRequest.HEADER_BYTES && !ended) {
            int start = datagram.position();
            int length = datagram.getInt(start);
            if (length < NetlinkRequest.HEADER_BYTES || length > datagram.remaining()) {
                throw new KernelException("netlink: a message says that it has `" + length + "` bytes, of "
                        + datagram.remaining() + " that are there");
            }
            if (datagram.getInt(start + 8) == expected) {
                int flags = Short.toUnsignedInt(datagram.getShort(start + 6));
                consistent &= (flags & FLAG_DUMP_INTERRUPTED) == 0;
                accept(Short.toUnsignedInt(datagram.getShort(start + 4)), payload(datagram, length));
            }
            datagram.position(Math.min(datagram.limit(), start + NetlinkMessage.aligned(length)));
        }
    }

    private static ByteBuffer payload(ByteBuffer datagram, int length) {
        int header = NetlinkRequest.HEADER_BYTES;
        return datagram.slice(datagram.position() + header, length - header).order(ByteOrder.nativeOrder());
    }

    private static int headerBytes(int type) {
        if (type == Routes.NEW_ROUTE) {
            return Routes.HEADER_BYTES;
        }
        return type < NETFILTER_TYPE_FIRST ? Links.HEADER_BYTES : NetlinkRequest.NETFILTER_HEADER_BYTES;
    }

    private void accept(int type, ByteBuffer payload) {
        if (type == MESSAGE_DONE || type == MESSAGE_ERROR) {
            ended = true;
            // a dump that fails half-way says so at its end, after messages that look like an answer
            int errno = payload.remaining() >= Integer.BYTES ? -payload.getInt(0) : 0;
            if (errno > 0) {
                throw new KernelException("netlink", errno);
            }
        } else {
            int headerBytes = headerBytes(type);
            if (payload.remaining() < headerBytes) {
                throw new KernelException("netlink: a message of type `" + type + "` has `" + payload.remaining()
                        + "` bytes, less than its header");
            }
            ByteBuffer attributes = payload.slice(headerBytes, payload.remaining() - headerBytes);
            each.accept(new NetlinkMessage(type, payload, NetlinkMessage.Attributes.read(attributes)));
        }
    }
}
