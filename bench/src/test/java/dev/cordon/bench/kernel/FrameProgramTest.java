package dev.cordon.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Reads programs back, as the kernel does: operation, registers, offset, constant.
class FrameProgramTest {

    private static final UdpFrame FRAME = BenchHost.frame(0, 1, 40_000, 53);
    private static final int STORE_LONG = 0x7b;
    private static final int EXIT = 0x95;

    private record Instruction(int operation, int registers, int offset, int constant) {}

    private static List<Instruction> read(ByteBuffer program) {
        List<Instruction> instructions = new ArrayList<>();
        while (program.hasRemaining()) {
            instructions.add(new Instruction(
                    Byte.toUnsignedInt(program.get()), program.get(), program.getShort(), program.getInt()));
        }
        return instructions;
    }

    @Test
    void theConstantsThatItStoresAreTheHeaders() {
        List<Instruction> program = read(FrameProgram.same(FRAME));
        ByteBuffer stored = ByteBuffer.allocate(48).order(ByteOrder.nativeOrder());
        for (int i = 0; i < program.size(); i++) {
            if (program.get(i).operation() == STORE_LONG) {
                int offset = program.get(i).offset();
                stored.putInt(offset, program.get(i - 2).constant());
                stored.putInt(offset + 4, program.get(i - 1).constant());
            }
        }
        assertThat(stored.array()).startsWith(headers());
    }

    private static byte[] headers() {
        byte[] headers = new byte[42];
        FRAME.bytes().get(headers);
        return headers;
    }

    @Test
    void aPacketThatIsTooShortIsDropped() {
        List<Instruction> program = read(FrameProgram.same(FRAME));
        assertThat(program.get(3).constant()).isEqualTo(UdpFrame.BYTE_COUNT);
        assertThat(program.get(4).offset()).isEqualTo(2);
        assertThat(program.get(5).constant()).isEqualTo(1);
        assertThat(program.get(6).operation()).isEqualTo(EXIT);
        assertThat(program.getLast().operation()).isEqualTo(EXIT);
        assertThat(program.get(program.size() - 2).constant()).isEqualTo(2);
    }

    @Test
    void freshPortsAreCountedInTheMap() {
        List<Instruction> same = read(FrameProgram.same(FRAME));
        List<Instruction> fresh = read(FrameProgram.freshPorts(FRAME, 77));
        assertThat(fresh.subList(0, same.size() - 2)).isEqualTo(same.subList(0, same.size() - 2));
        assertThat(fresh).contains(new Instruction(0x18, 0x21, 0, 77));
        assertThat(fresh.get(fresh.size() - 3).offset()).isEqualTo(UdpFrame.SOURCE_PORT_OFFSET);
    }
}
