package dev.cordon.bench.kernel;

import dev.cordon.agent.kernel.KernelException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.stream.Stream;

/// The system calls that only measuring needs: bpf(2), and sockets enough for one message.
final class SystemCalls {

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final MemoryLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    /// syscall(2) with the most arguments that it takes here, all as wide as a register.
    private static final MethodHandle SYSCALL = handle();

    private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

    private static final int CLOSE_ON_EXEC = 0x80000;

    private SystemCalls() {}

    /// @spec https://man7.org/linux/man-pages/man2/bpf.2.html bpf
    static long bpf(int command, MemorySegment attributes) {
        return call("bpf", ARM ? 280 : 321, command, attributes.address(), attributes.byteSize());
    }

    static int socket(int domain, int type, int protocol) {
        return (int) call("socket", ARM ? 198 : 41, domain, type | CLOSE_ON_EXEC, protocol);
    }

    static void send(int socket, MemorySegment message) {
        call("sendto", ARM ? 206 : 44, socket, message.address(), message.byteSize());
    }

    static void receive(int socket, MemorySegment into) {
        call("recvfrom", ARM ? 207 : 45, socket, into.address(), into.byteSize());
    }

    static void close(int descriptor) {
        call("close", ARM ? 57 : 3, descriptor, 0, 0);
    }

    private static long call(String name, long number, long first, long second, long third) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            long result = (long) SYSCALL.invokeExact(state, number, first, second, third, 0L, 0L, 0L);
            if (result < 0) {
                throw new KernelException(name, (int) ERRNO.get(state, 0L));
            }
            return result;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("`" + name + "` threw", impossible);
        }
    }

    @SuppressWarnings("restricted") // native calls are what this class is for
    private static MethodHandle handle() {
        List<MemoryLayout> parameters =
                Stream.generate(() -> (MemoryLayout) LONG).limit(7).toList();
        return Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
                        FunctionDescriptor.of(LONG, parameters.toArray(MemoryLayout[]::new)),
                        Linker.Option.firstVariadicArg(1),
                        Linker.Option.captureCallState("errno"));
    }
}
