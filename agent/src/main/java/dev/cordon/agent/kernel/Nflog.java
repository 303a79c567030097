package dev.cordon.agent.kernel;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;

/// The packets that rules log to one group, in the network namespace of the thread that opened
/// this.
///
/// The kernel hands them over in batches, after [#BATCH_DELAY] at the latest. What it could not
/// hand over is counted, never an error. Read by one thread.
///
/// @spec https://man7.org/linux/man-pages/man7/netlink.7.html netlink, NETLINK_NETFILTER
public final class Nflog implements AutoCloseable {

    /// How long the kernel waits for more before it hands over what there is.
    static final Duration BATCH_DELAY = Duration.ofMillis(50);

    private static final int CONFIGURE = 1;
    private static final int COMMAND = 1;
    private static final int COMMAND_BIND = 1;
    private static final int COMMAND_BIND_FAMILY = 3;
    private static final int MODE = 2;
    private static final int MODE_PACKET = 2;
    private static final int BUFFER = 3;
    private static final int TIMEOUT = 4;
    private static final int THRESHOLD = 5;
    private static final int FLAGS = 6;
    private static final int FLAG_SEQUENCE = 1;

    private static final int AF_INET = 2;
    private static final int AF_INET6 = 10;
    private static final int NO_FAMILY = 0;
    private static final int HUNDREDTHS_MILLIS = 10;

    /// Enough for an IPv6 header, some of its extensions and the ports.
    private static final int COPIED_BYTES = 128;

    private static final int BATCH_COUNT = 64;
    private static final int BATCH_BYTES = 32 << 10;

    /// Datagrams of one [#await]: a flood must not keep its reader from looking up.
    private static final int READ_COUNT_MAX = 256;

    private final NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.NETFILTER);
    private final Waker waker = new Waker();
    private final LossCount losses = new LossCount();

    private Nflog() {}

    /// Starts to read a group.
    ///
    /// @throws KernelException if another process reads it already, or the kernel has no packet log
    public static Nflog open(int group) {
        Nflog log = new Nflog();
        try {
            log.bind(group);
            return log;
        } catch (KernelException refused) {
            log.close();
            throw new KernelException(
                    "cannot read group " + group + " of the packet log, which one process can do at a time: "
                            + refused.getMessage(),
                    refused);
        }
    }

    private void bind(int group) {
        for (int family : new int[] {AF_INET, AF_INET6}) {
            send(NetlinkRequest.netfilter(NflogForm.SUBSYSTEM, CONFIGURE, NetlinkRequest.ACKNOWLEDGE, family)
                    .u8(COMMAND, COMMAND_BIND_FAMILY));
        }
        send(configure(group).u8(COMMAND, COMMAND_BIND));
        ByteBuffer mode = ByteBuffer.allocate(6)
                .putInt(COPIED_BYTES)
                .put((byte) MODE_PACKET)
                .rewind();
        send(configure(group)
                .attribute(MODE, mode)
                .u32(BUFFER, BATCH_BYTES)
                .u32(TIMEOUT, BATCH_DELAY.toMillis() / HUNDREDTHS_MILLIS)
                .u32(THRESHOLD, BATCH_COUNT)
                .u16(FLAGS, FLAG_SEQUENCE));
    }

    private static NetlinkRequest configure(int group) {
        return NetlinkRequest.netfilter(NflogForm.SUBSYSTEM, CONFIGURE, NetlinkRequest.ACKNOWLEDGE, NO_FAMILY)
                .resource(group);
    }

    private void send(NetlinkRequest request) {
        socket.request(request, message -> {});
    }

    /// Waits for packets, or for [#wake], and hands over what has come.
    public void await(Duration timeout, Consumer<LoggedPacket> each) {
        int ready = Libc.pollReadable(timeout, socket.descriptor(), waker.number());
        if ((ready & 2) != 0) {
            waker.clear();
        }
        if ((ready & 1) != 0) {
            socket.events(READ_COUNT_MAX, datagram -> read(datagram, each));
        }
    }

    private void read(ByteBuffer datagram, Consumer<LoggedPacket> each) {
        NflogForm.read(datagram, packet -> {
            losses.saw(packet.sequence());
            each.accept(packet);
        });
    }

    /// Returns how many packets the kernel has logged and not handed over. What was lost is known
    /// once a later packet has come.
    public long lost() {
        return losses.count();
    }

    /// Ends the current or the next wait. May be called from any thread.
    public void wake() {
        waker.wake();
    }

    @Override
    public void close() {
        socket.close();
        waker.close();
    }
}
