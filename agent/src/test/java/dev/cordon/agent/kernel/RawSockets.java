package dev.cordon.agent.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the machine of a network namespace receives, and what it sends: whole packets of any
/// protocol, after and before its rules have seen them. Opened by a thread of the namespace, and
/// used by one thread.
///
/// @spec https://man7.org/linux/man-pages/man7/raw.7.html raw
public final class RawSockets implements AutoCloseable {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_RAW = 3;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int WITH_HEADER = 255;
    private static final int PACKET_BYTES_MAX = 65_536;

    private final List<Descriptor> receivers = new ArrayList<>();
    private final Descriptor v4 = new Descriptor(Libc.socket(AF_INET, SOCK_RAW, WITH_HEADER));
    private final Descriptor v6 = new Descriptor(Libc.socket(AF_INET6, SOCK_RAW, WITH_HEADER));
    private final MemorySegment incoming = Arena.ofAuto().allocate(PACKET_BYTES_MAX);

    private RawSockets() {}

    /// @param protocols whose packets are received, of both families
    public static RawSockets open(int... protocols) {
        RawSockets sockets = new RawSockets();
        for (int protocol : protocols) {
            for (int family : new int[] {AF_INET, AF_INET6}) {
                sockets.receivers.add(new Descriptor(Libc.socket(family, SOCK_RAW, protocol)));
            }
        }
        return sockets;
    }

    /// Returns what has come in since the last call: of IPv4 with its header, of IPv6 without.
    public List<byte[]> received() {
        List<byte[]> packets = new ArrayList<>();
        for (Descriptor receiver : receivers) {
            long length = Libc.receive(receiver.number(), incoming, MSG_DONTWAIT);
            while (length >= 0) {
                packets.add(incoming.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE));
                length = Libc.receive(receiver.number(), incoming, MSG_DONTWAIT);
            }
        }
        return packets;
    }

    /// Sends a packet with its IP header.
    ///
    /// @throws KernelException if a rule has dropped it on its way out, or there is no route
    public void send(byte[] packet) {
        boolean isV4 = (packet[0] & 0xf0) == 0x40;
        int socket = isV4 ? v4.number() : v6.number();
        byte[] destination = isV4 ? Arrays.copyOfRange(packet, 16, 20) : Arrays.copyOfRange(packet, 24, 40);
        ByteBuffer address = Libc.nativeBuffer(isV4 ? 16 : 28);
        address.putShort((short) (isV4 ? AF_INET : AF_INET6));
        address.put(isV4 ? 4 : 8, destination).rewind();
        Libc.connect(socket, address);
        Libc.send(socket, ByteBuffer.wrap(packet));
    }

    @Override
    public void close() {
        receivers.forEach(Descriptor::close);
        v4.close();
        v6.close();
    }
}
