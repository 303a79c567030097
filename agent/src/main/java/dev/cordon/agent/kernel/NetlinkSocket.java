package dev.cordon.agent.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.function.Consumer;

/// A netlink socket, of the network namespace of the thread that opened it. Used by one thread at a
/// time.
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

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int QUEUE_BYTES = 8 << 20;
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(10);
    private static final int ATTEMPTS_MAX = 10;

    /// Of one [#drain]: whatever floods the queue must not hold up its reader for ever.
    private static final int DRAIN_COUNT_MAX = 100_000;

    private final Descriptor descriptor;
    // the garbage collector frees the memory: no close, however late, pulls it from under a system call
    private final MemorySegment buffer = Arena.ofAuto().allocate(BUFFER_BYTES, Long.BYTES);
    private int sequence;

    private NetlinkSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    static NetlinkSocket open(int family) {
        return open(family, QUEUE_BYTES);
    }

    /// @param queueBytes what the kernel keeps for this socket until it is read; more is lost
    static NetlinkSocket open(int family, int queueBytes) {
        Descriptor descriptor = new Descriptor(Libc.socket(AF_NETLINK, SOCK_RAW, family));
        try {
            Libc.bind(
                    descriptor.number(),
                    Libc.nativeBuffer(12).putShort((short) AF_NETLINK).rewind());
            Libc.setOption(descriptor.number(), SOL_SOCKET, SO_RCVBUFFORCE, queueBytes);
            return new NetlinkSocket(descriptor);
        } catch (KernelException failure) {
            descriptor.close();
            throw failure;
        }
    }

    int descriptor() {
        return descriptor.number();
    }

    /// Has messages of a multicast group come to this socket.
    void join(int group) {
        Libc.setOption(descriptor.number(), SOL_NETLINK, ADD_MEMBERSHIP, group);
    }

    /// Throws away what has come from multicast groups. Lost messages make no difference: whoever
    /// listens reads everything anew.
    void drain() {
        for (int i = 0; i < DRAIN_COUNT_MAX; i++) {
            long length = Libc.receive(descriptor.number(), buffer, MSG_DONTWAIT);
            if (length < 0 && -length != Errno.ENOBUFS) {
                return;
            }
        }
    }

    /// Hands over datagrams that have come by themselves, each good until the next. That some were
    /// lost before is no error: their numbers tell.
    ///
    /// @param countMax of datagrams and errors; the rest stays in the queue
    void events(int countMax, Consumer<ByteBuffer> each) {
        for (int i = 0; i < countMax; i++) {
            long length = Libc.receive(descriptor.number(), buffer, MSG_DONTWAIT);
            if (length < 0 && -length != Errno.ENOBUFS) {
                return;
            }
            if (length > 0) {
                each.accept(buffer.asSlice(0, length).asByteBuffer());
            }
        }
    }

    /// Sends a request and hands over each message of the answer, up to its end.
    ///
    /// @return whether the answer is consistent; a dump that a change has interrupted is not
    boolean request(NetlinkRequest request, Consumer<NetlinkMessage> each) {
        int expected = ++sequence;
        Libc.send(descriptor.number(), request.finished(expected));
        NetlinkAnswer answer = new NetlinkAnswer(expected, each);
        while (!answer.hasEnded()) {
            answer.read(receive());
        }
        return answer.isConsistent();
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
        if (Libc.pollReadable(ANSWER_PATIENCE, descriptor.number()) == 0) {
            throw new KernelException("netlink: no answer within " + ANSWER_PATIENCE.toMillis() + " ms");
        }
        long length = Libc.receive(descriptor.number(), buffer, MSG_TRUNC);
        if (length < 0) {
            throw new KernelException("netlink", (int) -length);
        }
        if (length > BUFFER_BYTES) {
            throw new KernelException("netlink: a message of " + length + " bytes is longer than " + BUFFER_BYTES);
        }
        return buffer.asSlice(0, length).asByteBuffer().order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
