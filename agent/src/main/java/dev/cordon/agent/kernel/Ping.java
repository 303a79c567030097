package dev.cordon.agent.kernel;

import dev.cordon.model.net.IpAddress;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// An ICMP echo request, and whether its reply comes back.
///
/// Implementation note: a raw socket sees every ICMP message of the namespace, so the reply is
/// known by its source, to which the socket is connected, and by identifier and sequence, which no
/// other call shares. The kernel writes the IPv4 header, and the checksum of ICMPv6.
public final class Ping {

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int SOCK_RAW = 3;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MESSAGE_BYTES = 16;
    private static final int REPLY_BYTES_MAX = 2_048;

    private static final AtomicInteger NEXT =
            new AtomicInteger((int) ProcessHandle.current().pid() << Short.SIZE);

    private Ping() {}

    /// Sends one echo request from the namespace of the calling thread.
    ///
    /// @return whether the reply came in time; not if a rule of this namespace drops the request
    /// @throws KernelException if there is no route, or the user may not open raw sockets
    public static boolean echo(IpAddress destination, Duration patience) {
        boolean v4 = destination instanceof IpAddress.V4;
        int token = NEXT.incrementAndGet();
        int socket = Libc.socket(v4 ? AF_INET : AF_INET6, SOCK_RAW, v4 ? 1 : 58);
        try {
            Libc.connect(socket, socketAddress(destination));
            return isSent(socket, request(v4 ? 8 : 128, token))
                    && awaitReply(socket, new Reply(v4 ? 0 : 129, token, v4), patience);
        } finally {
            Libc.close(socket);
        }
    }

    /// Tells whether a message has left; a drop in the output hook comes back as EPERM.
    private static boolean isSent(int socket, ByteBuffer message) {
        try {
            Libc.send(socket, message);
            return true;
        } catch (KernelException failure) {
            if (failure.errno() == Errno.EPERM) {
                return false;
            }
            throw failure;
        }
    }

    private record Reply(int type, int token, boolean behindIpHeader) {

        boolean isIn(ByteBuffer packet) {
            int start = behindIpHeader && packet.hasRemaining() ? (packet.get(0) & 0xf) * 4 : 0;
            return packet.remaining() >= start + 8
                    && Byte.toUnsignedInt(packet.get(start)) == type
                    && packet.getInt(start + 4) == token;
        }
    }

    private static boolean awaitReply(int socket, Reply wanted, Duration patience) {
        long deadlineNanos = System.nanoTime() + patience.toNanos();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(REPLY_BYTES_MAX);
            long leftNanos = patience.toNanos();
            while (leftNanos > 0) {
                Libc.pollReadable(Duration.ofNanos(leftNanos), socket);
                long length = Libc.receive(socket, buffer, MSG_DONTWAIT);
                if (length > 0
                        && wanted.isIn(buffer.asSlice(0, length).asByteBuffer().order(ByteOrder.BIG_ENDIAN))) {
                    return true;
                }
                leftNanos = deadlineNanos - System.nanoTime();
            }
        }
        return false;
    }

    /// Identifier and sequence together are the token.
    private static ByteBuffer request(int type, int token) {
        ByteBuffer message = ByteBuffer.allocate(MESSAGE_BYTES);
        message.put((byte) type).put((byte) 0).putShort((short) 0).putInt(token).rewind();
        int sum = 0;
        for (int i = 0; i < MESSAGE_BYTES; i += 2) {
            sum += Short.toUnsignedInt(message.getShort(i));
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return message.putShort(2, (short) ~(sum + (sum >>> 16)));
    }

    private static ByteBuffer socketAddress(IpAddress address) {
        return switch (address) {
            case IpAddress.V4(int bits) ->
                Libc.nativeBuffer(16)
                        .putShort((short) AF_INET)
                        .putShort((short) 0)
                        .order(ByteOrder.BIG_ENDIAN)
                        .putInt(bits)
                        .rewind();
            case IpAddress.V6(long high, long low) ->
                Libc.nativeBuffer(28)
                        .putShort((short) AF_INET6)
                        .position(8)
                        .order(ByteOrder.BIG_ENDIAN)
                        .putLong(high)
                        .putLong(low)
                        .rewind();
        };
    }
}
