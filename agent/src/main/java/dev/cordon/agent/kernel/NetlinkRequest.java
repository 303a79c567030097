package dev.cordon.agent.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A message to the kernel, written front to back.
///
/// @spec https://docs.kernel.org/userspace-api/netlink/intro.html Introduction to netlink
final class NetlinkRequest {

    static final int HEADER_BYTES = 16;
    static final int NETFILTER_HEADER_BYTES = 4;
    static final int DUMP = 0x300;
    static final int ACKNOWLEDGE = 4;

    private static final int REQUEST = 1;
    private static final int NESTED = 0x8000;
    private static final int BYTES_MAX = 1_024;

    private final ByteBuffer out = ByteBuffer.allocate(BYTES_MAX).order(ByteOrder.nativeOrder());

    NetlinkRequest(int type, int flags) {
        out.putInt(0)
                .putShort((short) type)
                .putShort((short) (flags | REQUEST))
                .putInt(0)
                .putInt(0);
    }

    /// Starts a request to a subsystem of netfilter.
    ///
    /// @param family 0, AF_INET or AF_INET6
    static NetlinkRequest netfilter(int subsystem, int message, int flags, int family) {
        NetlinkRequest request = new NetlinkRequest(subsystem << 8 | message, flags);
        request.out.put((byte) family).put((byte) 0).putShort((short) 0);
        return request;
    }

    /// Names what the request is about, in the header of netfilter: a group, for one.
    NetlinkRequest resource(int number) {
        int at = HEADER_BYTES + 2;
        out.put(at, (byte) (number >> 8)).put(at + 1, (byte) number);
        return this;
    }

    NetlinkRequest zeros(int byteCount) {
        return bytes(new byte[byteCount]);
    }

    /// Adds a fixed header.
    NetlinkRequest bytes(byte[] header) {
        out.put(header);
        return this;
    }

    NetlinkRequest attribute(int type, ByteBuffer value) {
        int length = value.remaining() + 4;
        out.putShort((short) length).putShort((short) type).put(value.duplicate());
        return zeros(NetlinkMessage.aligned(length) - length);
    }

    NetlinkRequest u8(int type, int value) {
        return attribute(type, ByteBuffer.allocate(1).put((byte) value).flip());
    }

    /// Adds a number in network order.
    NetlinkRequest u16(int type, int value) {
        return attribute(
                type, ByteBuffer.allocate(Short.BYTES).putShort((short) value).flip());
    }

    /// Adds a number in network order.
    NetlinkRequest u32(int type, long value) {
        return attribute(
                type, ByteBuffer.allocate(Integer.BYTES).putInt((int) value).flip());
    }

    /// Opens a nested list; what follows, up to [#end], is inside it.
    ///
    /// @return where the list starts
    int begin(int type) {
        int start = out.position();
        out.putShort((short) 0).putShort((short) (type | NESTED));
        return start;
    }

    NetlinkRequest end(int start) {
        out.putShort(start, (short) (out.position() - start));
        return this;
    }

    /// Returns the whole message, under a number by which its answers are known.
    ByteBuffer finished(int sequence) {
        out.putInt(0, out.position()).putInt(8, sequence);
        return out.duplicate().order(ByteOrder.nativeOrder()).flip();
    }
}
