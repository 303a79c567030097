package dev.cordon.bench.kernel;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cordon.agent.kernel.KernelException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// Puts frames into the kernel as if they had come in by a link: no system call and no copy for
/// each, so what is measured is their way through the kernel and little else.
///
/// Frames have gone all their way when the call returns, and its thread has paid for it.
///
/// @spec https://docs.kernel.org/bpf/bpf_prog_run.html Running XDP programs in "live frame mode"
final class Injector implements AutoCloseable {

    private static final int CREATE_MAP = 0;
    private static final int LOAD_PROGRAM = 5;
    private static final int RUN_PROGRAM = 10;

    private static final int ARRAY_MAP = 2;
    private static final int XDP_PROGRAM = 6;
    private static final int LIVE_FRAMES = 2;
    private static final int BATCH = 64;

    private static final int MAP_ATTRIBUTE_BYTES = 72;
    private static final int LOAD_ATTRIBUTE_BYTES = 120;
    private static final int RUN_ATTRIBUTE_BYTES = 80;
    private static final int CONTEXT_BYTES = 24;
    private static final int LOG_BYTES = 1 << 16;

    private final int program;

    private Injector(ByteBuffer code) {
        this.program = load(code);
    }

    /// Injects one frame again and again.
    static Injector same(UdpFrame frame) {
        return new Injector(FrameProgram.same(frame));
    }

    /// Injects a frame that has another source port each time, until
    /// [FrameProgram#FRESH_PORT_COUNT] are used up and begin again.
    static Injector freshPorts(UdpFrame frame) {
        int counter = counter();
        try {
            return new Injector(FrameProgram.freshPorts(frame, counter));
        } finally {
            // the program holds the map by now
            SystemCalls.close(counter);
        }
    }

    private static int counter() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = arena.allocate(MAP_ATTRIBUTE_BYTES, Long.BYTES);
            attributes.set(JAVA_INT, 0, ARRAY_MAP);
            attributes.set(JAVA_INT, 4, Integer.BYTES);
            attributes.set(JAVA_INT, 8, Long.BYTES);
            attributes.set(JAVA_INT, 12, 1);
            return (int) SystemCalls.bpf(CREATE_MAP, attributes);
        }
    }

    private static int load(ByteBuffer code) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment instructions = arena.allocate(code.remaining(), Long.BYTES);
            instructions.copyFrom(MemorySegment.ofBuffer(code));
            MemorySegment log = arena.allocate(LOG_BYTES);
            MemorySegment attributes = arena.allocate(LOAD_ATTRIBUTE_BYTES, Long.BYTES);
            attributes.set(JAVA_INT, 0, XDP_PROGRAM);
            attributes.set(JAVA_INT, 4, code.remaining() / FrameProgram.INSTRUCTION_BYTES);
            attributes.set(JAVA_LONG, 8, instructions.address());
            attributes.set(JAVA_LONG, 16, arena.allocateFrom("none").address());
            attributes.set(JAVA_INT, 24, 1);
            attributes.set(JAVA_INT, 28, LOG_BYTES);
            attributes.set(JAVA_LONG, 32, log.address());
            try {
                return (int) SystemCalls.bpf(LOAD_PROGRAM, attributes);
            } catch (KernelException failure) {
                throw new KernelException("the kernel loads no program that injects: " + log.getString(0), failure);
            }
        }
    }

    /// Injects frames by a link of the network namespace of the calling thread.
    ///
    /// @param link index of the link
    void inject(int link, int count) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment context = arena.allocate(CONTEXT_BYTES, Long.BYTES);
            context.set(JAVA_INT, 4, UdpFrame.BYTE_COUNT);
            context.set(JAVA_INT, 12, link);
            MemorySegment attributes = arena.allocate(RUN_ATTRIBUTE_BYTES, Long.BYTES);
            attributes.set(JAVA_INT, 0, program);
            attributes.set(JAVA_INT, 8, UdpFrame.BYTE_COUNT);
            attributes.set(JAVA_LONG, 16, arena.allocate(UdpFrame.BYTE_COUNT).address());
            attributes.set(JAVA_INT, 32, count);
            attributes.set(JAVA_INT, 40, CONTEXT_BYTES);
            attributes.set(JAVA_LONG, 48, context.address());
            attributes.set(JAVA_INT, 64, LIVE_FRAMES);
            attributes.set(JAVA_INT, 72, Math.min(BATCH, count));
            SystemCalls.bpf(RUN_PROGRAM, attributes);
        }
    }

    @Override
    public void close() {
        SystemCalls.close(program);
    }
}
