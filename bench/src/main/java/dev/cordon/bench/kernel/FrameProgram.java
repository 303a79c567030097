package dev.cordon.bench.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A BPF program that writes a frame's headers into the packet at hand and passes it on to the
/// stack, as bytes that the kernel loads.
///
/// The kernel uses the memory of a packet again for a later one, after the stack has changed its
/// addresses and its time to live; so each run writes them anew.
///
/// @spec https://www.rfc-editor.org/rfc/rfc9669 BPF Instruction Set Architecture
final class FrameProgram {

    static final int INSTRUCTION_BYTES = 8;

    private static final int HEADER_BYTES = 42;
    private static final int BYTES_MAX = 512;

    /// Where fresh ports begin, and how many there are.
    private static final int FIRST_PORT = 1_024;

    static final int FRESH_PORT_COUNT = 60_000;

    private static final int LOAD_WORD = 0x61;
    private static final int LOAD_LONG_CONSTANT = 0x18;
    private static final int STORE_LONG = 0x7b;
    private static final int STORE_SHORT = 0x6b;
    private static final int ATOMIC_LONG = 0xdb;
    private static final int FETCH_AND_ADD = 1;
    private static final int MOVE = 0xbf;
    private static final int MOVE_CONSTANT = 0xb7;
    private static final int ADD_CONSTANT = 0x07;
    private static final int REMAINDER_CONSTANT = 0x97;
    private static final int TO_BIG_ENDIAN = 0xdc;
    private static final int JUMP_IF_NOT_LESS = 0x3d;
    private static final int EXIT = 0x95;

    private static final int VALUE_OF_MAP = 2;
    private static final int END_OFFSET = 4;
    private static final int DROP = 1;
    private static final int PASS = 2;

    private static final int CONTEXT = 1;
    private static final int DATA = 6;
    private static final int DATA_END = 7;

    private final ByteBuffer code = ByteBuffer.allocate(BYTES_MAX).order(ByteOrder.nativeOrder());

    private FrameProgram() {}

    /// Returns the program of a frame that is always the same.
    static ByteBuffer same(UdpFrame frame) {
        FrameProgram program = new FrameProgram();
        program.writeHeaders(frame);
        return program.passing();
    }

    /// Returns the program of a frame that has another source port each time.
    ///
    /// @param counterMap descriptor of an array map with one value, which counts the frames
    static ByteBuffer freshPorts(UdpFrame frame, int counterMap) {
        FrameProgram program = new FrameProgram();
        program.writeHeaders(frame);
        program.writeFreshPort(counterMap);
        return program.passing();
    }

    /// The kernel loads no program that does not look first whether the packet is so long.
    private void writeHeaders(UdpFrame frame) {
        add(LOAD_WORD, DATA, CONTEXT, 0, 0);
        add(LOAD_WORD, DATA_END, CONTEXT, END_OFFSET, 0);
        add(MOVE, 2, DATA, 0, 0);
        add(ADD_CONSTANT, 2, 0, 0, UdpFrame.BYTE_COUNT);
        add(JUMP_IF_NOT_LESS, DATA_END, 2, 2, 0);
        add(MOVE_CONSTANT, 0, 0, 0, DROP);
        add(EXIT, 0, 0, 0, 0);
        ByteBuffer bytes = frame.bytes().order(ByteOrder.nativeOrder());
        for (int offset = 0; offset < HEADER_BYTES; offset += Long.BYTES) {
            constant(3, 0, bytes.getLong(offset));
            add(STORE_LONG, DATA, 3, offset, 0);
        }
    }

    private void writeFreshPort(int counterMap) {
        constant(1, VALUE_OF_MAP, counterMap);
        add(MOVE_CONSTANT, 3, 0, 0, 1);
        add(ATOMIC_LONG, 1, 3, 0, FETCH_AND_ADD);
        add(REMAINDER_CONSTANT, 3, 0, 0, FRESH_PORT_COUNT);
        add(ADD_CONSTANT, 3, 0, 0, FIRST_PORT);
        add(TO_BIG_ENDIAN, 3, 0, 0, Short.SIZE);
        add(STORE_SHORT, DATA, 3, UdpFrame.SOURCE_PORT_OFFSET, 0);
    }

    private ByteBuffer passing() {
        add(MOVE_CONSTANT, 0, 0, 0, PASS);
        add(EXIT, 0, 0, 0, 0);
        return code.flip();
    }

    private void constant(int register, int kind, long value) {
        add(LOAD_LONG_CONSTANT, register, kind, 0, (int) value);
        add(0, 0, 0, 0, kind == VALUE_OF_MAP ? 0 : (int) (value >>> Integer.SIZE));
    }

    private void add(int operation, int to, int from, int offset, int constant) {
        code.put((byte) operation)
                .put((byte) (to | from << 4))
                .putShort((short) offset)
                .putInt(constant);
    }
}
