package dev.cordon.agent.kernel;

import static dev.cordon.agent.kernel.NativeFunction.INT;
import static dev.cordon.agent.kernel.NativeFunction.LONG;
import static dev.cordon.agent.kernel.NativeFunction.POINTER;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/// The few system calls that Java has no name for.
final class Libc {

    static final int CLOSE_ON_EXEC = 0x80000;

    /// The longest that poll(2) can say: 24 days.
    static final Duration TIMEOUT_MAX = Duration.ofMillis(Integer.MAX_VALUE);

    private static final SymbolLookup LIBRARY = Linker.nativeLinker().defaultLookup();
    private static final NativeFunction SOCKET = NativeFunction.of(LIBRARY, "socket", INT, INT, INT, INT);
    private static final NativeFunction BIND = NativeFunction.of(LIBRARY, "bind", INT, INT, POINTER, INT);
    private static final NativeFunction CONNECT = NativeFunction.of(LIBRARY, "connect", INT, INT, POINTER, INT);
    private static final NativeFunction SEND = NativeFunction.of(LIBRARY, "send", LONG, INT, POINTER, LONG, INT);
    private static final NativeFunction RECEIVE = NativeFunction.of(LIBRARY, "recv", LONG, INT, POINTER, LONG, INT);
    private static final NativeFunction SET_OPTION =
            NativeFunction.of(LIBRARY, "setsockopt", INT, INT, INT, INT, POINTER, INT);
    private static final NativeFunction POLL = NativeFunction.of(LIBRARY, "poll", INT, POINTER, LONG, INT);
    private static final NativeFunction OPEN = NativeFunction.of(LIBRARY, "open", INT, POINTER, INT);
    private static final NativeFunction CLOSE = NativeFunction.of(LIBRARY, "close", INT, INT);
    private static final NativeFunction EVENT_FD = NativeFunction.of(LIBRARY, "eventfd", INT, INT, INT);
    private static final NativeFunction READ = NativeFunction.of(LIBRARY, "read", LONG, INT, POINTER, LONG);
    private static final NativeFunction WRITE = NativeFunction.of(LIBRARY, "write", LONG, INT, POINTER, LONG);
    private static final NativeFunction SET_NAMESPACE = NativeFunction.of(LIBRARY, "setns", INT, INT, INT);
    private static final NativeFunction UNSHARE = NativeFunction.of(LIBRARY, "unshare", INT, INT);

    private static final int POLL_IN = 1;
    private static final int POLL_ENTRY_BYTES = 8;

    private Libc() {}

    static int socket(int domain, int type, int protocol) {
        return (int) SOCKET.call(domain, type | CLOSE_ON_EXEC, protocol);
    }

    static void bind(int socket, ByteBuffer address) {
        try (Arena arena = Arena.ofConfined()) {
            BIND.call(socket, copy(arena, address), address.remaining());
        }
    }

    /// Has a socket send to an address, and receive from there alone.
    static void connect(int socket, ByteBuffer address) {
        try (Arena arena = Arena.ofConfined()) {
            CONNECT.call(socket, copy(arena, address), address.remaining());
        }
    }

    /// Sends one message to where the socket is connected; a netlink socket is, to the kernel.
    static void send(int socket, ByteBuffer message) {
        try (Arena arena = Arena.ofConfined()) {
            SEND.call(socket, copy(arena, message), (long) message.remaining(), 0);
        }
    }

    /// Receives one message into a buffer; blocks as long as the socket does.
    ///
    /// @return its length, or the error number with its sign turned
    static long receive(int socket, MemorySegment into, int flags) {
        long length;
        do {
            length = RECEIVE.attempt(socket, into, into.byteSize(), flags);
        } while (-length == Errno.EINTR);
        return length;
    }

    static void setOption(int socket, int level, int option, int value) {
        setOption(
                socket, level, option, nativeBuffer(Integer.BYTES).putInt(value).flip());
    }

    static void setOption(int socket, int level, int option, ByteBuffer value) {
        try (Arena arena = Arena.ofConfined()) {
            SET_OPTION.call(socket, level, option, copy(arena, value), value.remaining());
        }
    }

    /// Waits until some descriptor can be read.
    ///
    /// @param timeout cut to [#TIMEOUT_MAX]
    /// @return a bit for each descriptor, the first one's lowest; none if time has run out
    static int pollReadable(Duration timeout, int... descriptors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entries = arena.allocate((long) POLL_ENTRY_BYTES * descriptors.length, Integer.BYTES);
            for (int i = 0; i < descriptors.length; i++) {
                entries.set(INT, (long) POLL_ENTRY_BYTES * i, descriptors[i]);
                entries.set(ValueLayout.JAVA_SHORT, (long) POLL_ENTRY_BYTES * i + 4, (short) POLL_IN);
            }
            poll(entries, descriptors.length, timeout);
            int ready = 0;
            for (int i = 0; i < descriptors.length; i++) {
                int events = entries.get(ValueLayout.JAVA_SHORT, (long) POLL_ENTRY_BYTES * i + 6);
                ready |= events != 0 ? 1 << i : 0;
            }
            return ready;
        }
    }

    private static void poll(MemorySegment entries, long count, Duration timeout) {
        Duration bounded = timeout.compareTo(TIMEOUT_MAX) > 0 ? TIMEOUT_MAX : timeout;
        long deadlineNanos = System.nanoTime() + bounded.toNanos();
        long result;
        do {
            // rounded up: a loop that waits for less than a millisecond should not spin
            long leftMillis = Math.ceilDiv(Math.max(0, deadlineNanos - System.nanoTime()), 1_000_000);
            result = POLL.attempt(entries, count, (int) leftMillis);
        } while (-result == Errno.EINTR);
        if (result < 0) {
            throw new KernelException("poll", (int) -result);
        }
    }

    static int openReadOnly(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return (int) OPEN.call(arena.allocateFrom(path), CLOSE_ON_EXEC);
        }
    }

    /// Linux frees the number whatever it answers, so nothing is done a second time: that would
    /// close a file which another thread has just opened.
    static void close(int descriptor) {
        CLOSE.attempt(descriptor);
    }

    /// Returns a descriptor that can be read after somebody has [signalled][#signal] it.
    static int eventDescriptor() {
        int nonBlocking = 0x800;
        return (int) EVENT_FD.call(0, nonBlocking | CLOSE_ON_EXEC);
    }

    static void signal(int eventDescriptor) {
        try (Arena arena = Arena.ofConfined()) {
            WRITE.call(eventDescriptor, arena.allocateFrom(LONG, 1), (long) Long.BYTES);
        }
    }

    static void clearSignal(int eventDescriptor) {
        try (Arena arena = Arena.ofConfined()) {
            READ.attempt(eventDescriptor, arena.allocate(LONG), (long) Long.BYTES);
        }
    }

    static void setNamespace(int descriptor, int kind) {
        SET_NAMESPACE.call(descriptor, kind);
    }

    static void unshare(int kind) {
        UNSHARE.call(kind);
    }

    static ByteBuffer nativeBuffer(int byteCount) {
        return ByteBuffer.allocate(byteCount).order(ByteOrder.nativeOrder());
    }

    private static MemorySegment copy(Arena arena, ByteBuffer bytes) {
        MemorySegment segment = arena.allocate(bytes.remaining(), Long.BYTES);
        segment.copyFrom(MemorySegment.ofBuffer(bytes));
        return segment;
    }
}
