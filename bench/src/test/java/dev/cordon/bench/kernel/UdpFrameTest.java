package dev.cordon.bench.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.model.net.IpAddress.V4;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class UdpFrameTest {

    private static final UdpFrame FRAME = new UdpFrame(
            new UdpFrame.Station(new V4(0x0a000001), 0x0200_0000_0000L),
            new UdpFrame.Station(new V4(0x0a000002), 0x0200_0000_ff00L),
            40_000,
            53);

    @Test
    void itsBytesAreThoseOfTheWire() {
        assertThat(HexFormat.of().formatHex(FRAME.bytes().array()))
                .isEqualTo("02000000ff00" + "020000000000" + "0800"
                        + "4500002e" + "00000000" + "401166bd" + "0a000001" + "0a000002"
                        + "9c40" + "0035" + "001a" + "0000"
                        + "00".repeat(18));
    }

    @Test
    void theHeaderSumsUpToItsChecksum() {
        ByteBuffer frame = FRAME.bytes();
        int sum = 0;
        for (int offset = 14; offset < 34; offset += 2) {
            sum += Short.toUnsignedInt(frame.getShort(offset));
        }
        assertThat((sum & 0xffff) + (sum >>> 16)).isEqualTo(0xffff);
    }
}
