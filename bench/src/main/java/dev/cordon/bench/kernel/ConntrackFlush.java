package dev.cordon.bench.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.cordon.agent.kernel.KernelException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Forgets every session of the network namespace of the calling thread: what an agent must never
/// do, and a measurement of new flows must.
///
/// @spec https://docs.kernel.org/userspace-api/netlink/intro.html Introduction to Netlink
final class ConntrackFlush {

    private static final int NETLINK = 16;
    private static final int RAW = 3;
    private static final int NETFILTER = 12;
    private static final int CONNTRACK_DELETE = 1 << 8 | 2;
    private static final int REQUEST_AND_ACKNOWLEDGE = 5;
    private static final int MESSAGE_BYTES = 20;
    private static final int ERROR_OFFSET = 16;
    private static final int ANSWER_BYTES = 256;

    private ConntrackFlush() {}

    static void flush() {
        int socket = SystemCalls.socket(NETLINK, RAW, NETFILTER);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment message = arena.allocate(MESSAGE_BYTES, Integer.BYTES);
            message.set(JAVA_INT, 0, MESSAGE_BYTES);
            message.set(JAVA_SHORT, 4, (short) CONNTRACK_DELETE);
            message.set(JAVA_SHORT, 6, (short) REQUEST_AND_ACKNOWLEDGE);
            SystemCalls.send(socket, message);
            MemorySegment answer = arena.allocate(ANSWER_BYTES, Integer.BYTES);
            SystemCalls.receive(socket, answer);
            int error = answer.get(JAVA_INT, ERROR_OFFSET);
            if (error != 0) {
                throw new KernelException("forgetting sessions", -error);
            }
        } finally {
            SystemCalls.close(socket);
        }
    }
}
