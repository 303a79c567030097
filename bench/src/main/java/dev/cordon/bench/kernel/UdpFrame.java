package dev.cordon.bench.kernel;

import dev.cordon.model.net.IpAddress.V4;
import java.nio.ByteBuffer;

/// An Ethernet frame with a UDP datagram over IPv4, of the least length that Ethernet knows.
///
/// @spec https://www.rfc-editor.org/rfc/rfc791 Internet Protocol
/// @spec https://www.rfc-editor.org/rfc/rfc768 User Datagram Protocol
record UdpFrame(Station from, Station to, int sourcePort, int destinationPort) {

    static final int BYTE_COUNT = 60;

    /// Where the source port stands in a frame.
    static final int SOURCE_PORT_OFFSET = 34;

    private static final int IP_OFFSET = 14;
    private static final int IP_HEADER_BYTES = 20;
    private static final int CHECKSUM_OFFSET = IP_OFFSET + 10;
    private static final int UDP_OFFSET = IP_OFFSET + IP_HEADER_BYTES;
    private static final int MAC_BYTES = 6;

    private static final short IPV4 = 0x0800;
    private static final byte VERSION_AND_LENGTH = 0x45;
    private static final byte TIME_TO_LIVE = 64;
    private static final byte UDP = 17;

    /// One end of a frame.
    ///
    /// @param mac in the lower 48 bits; of the sender its own, of the receiver its gateway's
    record Station(V4 address, long mac) {}

    /// Returns the frame. Its UDP checksum is 0, which means that there is none.
    ByteBuffer bytes() {
        ByteBuffer frame = ByteBuffer.allocate(BYTE_COUNT);
        putMac(frame, to.mac());
        putMac(frame, from.mac());
        frame.putShort(IPV4).put(VERSION_AND_LENGTH).put((byte) 0).putShort((short) (BYTE_COUNT - IP_OFFSET));
        frame.putInt(0).put(TIME_TO_LIVE).put(UDP).putShort((short) 0);
        frame.putInt(from.address().bits()).putInt(to.address().bits());
        frame.putShort((short) sourcePort).putShort((short) destinationPort);
        frame.putShort((short) (BYTE_COUNT - UDP_OFFSET));
        frame.putShort(CHECKSUM_OFFSET, checksum(frame));
        return frame.rewind();
    }

    private static void putMac(ByteBuffer frame, long mac) {
        for (int i = MAC_BYTES - 1; i >= 0; i--) {
            frame.put((byte) (mac >>> Byte.SIZE * i));
        }
    }

    private static short checksum(ByteBuffer frame) {
        int sum = 0;
        for (int offset = IP_OFFSET; offset < UDP_OFFSET; offset += Short.BYTES) {
            sum += Short.toUnsignedInt(frame.getShort(offset));
        }
        sum = (sum & 0xffff) + (sum >>> Short.SIZE);
        return (short) ~((sum & 0xffff) + (sum >>> Short.SIZE));
    }
}
