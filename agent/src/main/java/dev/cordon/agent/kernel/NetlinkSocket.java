package dev.cordon.agent.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/// A netlink socket, of the network namespace of the thread that opened it.
///
/// @spec https://man7.org/linux/man-pages/man7/netlink.7.html netlink
final class NetlinkSocket implements AutoCloseable {

    static final int ROUTE = 0;
    static final int NETFILTER = 12;

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SOL_NETLINK = 270;
    private static final int ADD_MEMBERSHIP = 1;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int MSG_TRUNC = 0x20;

    private static final int MESSAGE_ERROR = 2;
    private static final int MESSAGE_DONE = 3;
    private static final int FLAG_DUMP_INTERRUPTED = 0x10;

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int QUEUE_BYTES = 8 << 20;
    private static final int ANSWER_PATIENCE_MILLIS = 10_000;
    private static final int ATTEMPTS_MAX = 10;

    private final int descriptor;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(BUFFER_BYTES, Long.BYTES);
    private int sequence;

    private NetlinkSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    static NetlinkSocket open(int family) {
        NetlinkSocket socket = new NetlinkSocket(Libc.socket(AF_NETLINK, SOCK_RAW, family));
        Libc.bind(
                socket.descriptor,
                Libc.nativeBuffer(12).putShort((short) AF_NETLINK).rewind());
        Libc.setOption(socket.descriptor, SOL_SOCKET, SO_RCVBUFFORCE, QUEUE_BYTES);
        return socket;
    }

    int descriptor() {
        return descriptor;
    }

    /// Has messages of a multicast group come to this socket.
    void join(int group) {
        Libc.setOption(descriptor, SOL_NETLINK, ADD_MEMBERSHIP, group);
    }

    /// Throws away what has come from multicast groups. Lost messages make no difference: whoever
    /// listens reads everything anew.
    void drain() {
        long length;
        do {
            length = Libc.receive(descriptor, buffer, MSG_DONTWAIT);
        } while (length >= 0 || -length == Errno.ENOBUFS);
    }

    /// Sends a request and hands over each message of the answer, up to its end.
    ///
    /// @return whether the answer is consistent; a dump that a change has interrupted is not
    boolean request(NetlinkRequest request, Consumer<NetlinkMessage> each) {
        int expected = ++sequence;
        Libc.send(descriptor, request.finished(expected), ByteBuffer.allocate(0));
        Answer answer = new Answer(expected, each);
        while (!answer.ended) {
            answer.read(receive());
        }
        return answer.consistent;
    }

    /// Sends a dump until its answer is consistent, a bounded number of times.
    ///
    /// @param restart called before each attempt, to forget what came before
    void dump(NetlinkRequest request, Runnable restart, Consumer<NetlinkMessage> each) {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            restart.run();
            if (request(request, each)) {
                return;
            }
        }
        throw new KernelException("netlink: every one of " + ATTEMPTS_MAX + " dumps was interrupted by a change");
    }

    private ByteBuffer receive() {
        if (Libc.pollReadable(ANSWER_PATIENCE_MILLIS, descriptor) == 0) {
            throw new KernelException("netlink: no answer within " + ANSWER_PATIENCE_MILLIS + " ms");
        }
        long length = Libc.receive(descriptor, buffer, MSG_TRUNC);
        if (length < 0) {
            throw new KernelException("netlink", (int) -length);
        }
        if (length > BUFFER_BYTES) {
            throw new KernelException("netlink: a message of " + length + " bytes is longer than " + BUFFER_BYTES);
        }
        return buffer.asSlice(0, length).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    /// The answer to one request, as it comes in.
    private static final class Answer {

        private final int expected;
        private final Consumer<NetlinkMessage> each;
        private boolean ended;
        private boolean consistent = true;

        Answer(int expected, Consumer<NetlinkMessage> each) {
            this.expected = expected;
            this.each = each;
        }

        void read(ByteBuffer datagram) {
            while (datagram.remaining() >= NetlinkRequest.HEADER_BYTES && !ended) {
                int start = datagram.position();
                int length = datagram.getInt(start);
                int type = Short.toUnsignedInt(datagram.getShort(start + 4));
                int flags = Short.toUnsignedInt(datagram.getShort(start + 6));
                if (datagram.getInt(start + 8) == expected) {
                    consistent &= (flags & FLAG_DUMP_INTERRUPTED) == 0;
                    accept(type, payload(datagram, start, length));
                }
                datagram.position(Math.min(datagram.limit(), start + NetlinkMessage.aligned(length)));
            }
        }

        private static ByteBuffer payload(ByteBuffer datagram, int start, int length) {
            return datagram.slice(start + NetlinkRequest.HEADER_BYTES, length - NetlinkRequest.HEADER_BYTES)
                    .order(ByteOrder.nativeOrder());
        }

        private void accept(int type, ByteBuffer payload) {
            if (type == MESSAGE_DONE) {
                ended = true;
            } else if (type == MESSAGE_ERROR) {
                ended = true;
                int errno = -payload.getInt(0);
                if (errno != 0) {
                    throw new KernelException("netlink", errno);
                }
            } else {
                int headerBytes = type < 1 << 8 ? Links.HEADER_BYTES : 4;
                ByteBuffer attributes = payload.slice(headerBytes, payload.remaining() - headerBytes);
                each.accept(new NetlinkMessage(type, payload, NetlinkMessage.Attributes.read(attributes)));
            }
        }
    }

    @Override
    public void close() {
        Libc.close(descriptor);
        arena.close();
    }
}
