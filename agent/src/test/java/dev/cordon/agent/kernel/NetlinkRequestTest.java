package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bytes as `strace` shows them on a little-endian machine.
class NetlinkRequestTest {

    @BeforeEach
    void onlyWhereTheBytesWereWritten() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    }

    private static String hex(NetlinkRequest request, int sequence) {
        ByteBuffer message = request.finished(sequence);
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void aDumpOfLinks() {
        assertThat(hex(new NetlinkRequest(18, NetlinkRequest.DUMP).zeros(16), 7))
                .isEqualTo("20000000" + "1200" + "0103" + "07000000" + "00000000" + "00".repeat(16));
    }

    @Test
    void aNetfilterHeaderCarriesSubsystemAndFamily() {
        assertThat(hex(NetlinkRequest.netfilter(1, 2, NetlinkRequest.ACKNOWLEDGE, 10), 258))
                .isEqualTo("14000000" + "0201" + "0500" + "02010000" + "00000000" + "0a000000");
    }

    @Test
    void numbersAreInNetworkOrderAndPaddedToFour() {
        NetlinkRequest request =
                new NetlinkRequest(16, 0).u8(1, 17).u16(2, 0x1234).u32(3, 0x89abcdefL);
        assertThat(hex(request, 1).substring(32))
                .isEqualTo("0500" + "0100" + "11000000" + "0600" + "0200" + "12340000" + "0800" + "0300" + "89abcdef");
    }

    @Test
    void nestedListsAreMarkedAndMeasured() {
        NetlinkRequest request = new NetlinkRequest(16, 0);
        int outer = request.begin(1);
        int inner = request.begin(2);
        request.u8(3, 5).end(inner).end(outer);
        assertThat(hex(request, 1).substring(32))
                .isEqualTo("1000" + "0180" + "0c00" + "0280" + "0500" + "0300" + "05000000");
    }

    @Test
    void anotherSequenceNumberCanBeGiven() {
        NetlinkRequest request = new NetlinkRequest(16, 0);
        assertThat(hex(request, 1).substring(16, 24)).isEqualTo("01000000");
        assertThat(hex(request, 2).substring(16, 24)).isEqualTo("02000000");
    }
}
