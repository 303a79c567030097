package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.model.net.Flow;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PacketFormTest {

    private static final IpAddress ONE = IpAddress.of("192.0.2.1");
    private static final IpAddress TWO = IpAddress.of("192.0.2.2");
    private static final IpAddress THREE = IpAddress.of("2001:db8::3");
    private static final IpAddress FOUR = IpAddress.of("2001:db8::4");

    private static final String V4_ADDRESSES = "c0000201 c0000202";
    private static final String V6_ADDRESSES = "20010db8000000000000000000000003 20010db8000000000000000000000004";

    private static Glimpse read(String hex) {
        return PacketForm.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", ""))));
    }

    @Test
    void readsTheFiveTupleOfIpv4() {
        assertThat(read("45000028 00000000 40060000" + V4_ADDRESSES + "9c410016"))
                .isEqualTo(new Glimpse.Whole(Flow.tcp(ONE, 40_001, TWO, 22)));
    }

    @Test
    void readsBehindOptions() {
        assertThat(read("46000028 00000000 40110000" + V4_ADDRESSES + "01010101 9c410035"))
                .isEqualTo(new Glimpse.Whole(Flow.udp(ONE, 40_001, TWO, 53)));
    }

    @Test
    void readsPings() {
        assertThat(read("4500001c 00000000 40010000" + V4_ADDRESSES + "0800"))
                .isEqualTo(new Glimpse.Whole(Flow.ping(ONE, TWO)));
        assertThat(read("60000000 00083a40" + V6_ADDRESSES + "8000"))
                .isEqualTo(new Glimpse.Whole(Flow.ping(THREE, FOUR)));
    }

    @Test
    void aProtocolWithoutPortsIsWhole() {
        assertThat(read("45000014 00000000 402f0000" + V4_ADDRESSES))
                .isEqualTo(new Glimpse.Whole(Flow.opaque(ONE, TWO, IpProtocol.GRE)));
    }

    @Test
    void aLaterFragmentHasNoPorts() {
        assertThat(read("45000028 00002001 40060000" + V4_ADDRESSES + "9c410016"))
                .isEqualTo(new Glimpse.Addressed(ONE, TWO, IpProtocol.TCP));
        assertThat(read("60000000 00102c40" + V6_ADDRESSES + "1100 0008 00000001 9c410035"))
                .isEqualTo(new Glimpse.Addressed(THREE, FOUR, IpProtocol.UDP));
    }

    @Test
    void readsBehindEveryExtension() {
        assertThat(read("60000000 00400040" + V6_ADDRESSES
                        + "2b00 000000000000" // hop by hop, then routing
                        + "3c00 000000000000" // then destination options
                        + "3301 0000000000000000000000000000" // two units, then authentication
                        + "2c01 0000 00000000 00000000" // three words, then a fragment, the first
                        + "0600 0001 00000001"
                        + "9c410016"))
                .isEqualTo(new Glimpse.Whole(Flow.tcp(THREE, 40_001, FOUR, 22)));
    }

    @Test
    void anExtensionThatIsCutEndsTheReading() {
        assertThat(read("60000000 00100040" + V6_ADDRESSES + "06ff 0000"))
                .isEqualTo(new Glimpse.Addressed(THREE, FOUR, new IpProtocol(0)));
        assertThat(read("60000000 00100040" + V6_ADDRESSES + "06ff 000000000000"))
                .isEqualTo(new Glimpse.Addressed(THREE, FOUR, IpProtocol.TCP));
    }

    @ParameterizedTest
    @CsvSource({"45000028 00000000 40060000, 9c4100", "45000028 00000000 40010000, 08"})
    void aPacketThatIsCutShowsItsAddresses(String header, String rest) {
        assertThat(read(header + V4_ADDRESSES + rest)).isInstanceOf(Glimpse.Addressed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "45", "60", "00", "44000028000000004006 0000c0000201c0000202", "ff00ff00"})
    void whatIsNoPacketShowsNothing(String hex) {
        assertThat(read(hex)).isEqualTo(new Glimpse.Nothing());
    }
}
