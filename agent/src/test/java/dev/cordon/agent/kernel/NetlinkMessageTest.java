package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.agent.kernel.NetlinkMessage.Attributes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetlinkMessageTest {

    @BeforeEach
    void onlyWhereTheBytesWereWritten() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
    }

    private static Attributes read(String hex) {
        return Attributes.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    @Test
    void readsNumbersInNetworkOrder() {
        Attributes attributes = read("05000100" + "11000000" + "06000200" + "fedc0000" + "08000300" + "89abcdef");
        assertThat(attributes.u8(1)).isEqualTo(0x11);
        assertThat(attributes.u16(2)).isEqualTo(0xfedc);
        assertThat(attributes.u32(3)).isEqualTo(0x89abcdefL);
    }

    @Test
    void readsNestedListsWithAndWithoutTheirMark() {
        assertThat(read("0c000180" + "05000300" + "05000000").nested(1).u8(3)).isEqualTo(5);
        assertThat(read("0c000100" + "05000300" + "06000000").nested(1).u8(3)).isEqualTo(6);
    }

    @Test
    void readsTextUpToItsZero() {
        assertThat(read("0a000300" + "6574683000ff" + "0000").text(3)).isEqualTo("eth0");
    }

    @Test
    void whatIsAbsentIsEmpty() {
        Attributes none = read("");
        assertThat(none.has(1)).isFalse();
        assertThat(none.text(1)).isEmpty();
        assertThat(none.u32(1)).isZero();
        assertThat(none.nested(1).has(2)).isFalse();
    }

    @Test
    void theLastAttributeNeedsNoPadding() {
        assertThat(read("05000100" + "11").u8(1)).isEqualTo(0x11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000100", "03000100", "0900010011223344", "0500", "ffff0100"})
    void aWrongLengthEndsTheList(String hex) {
        assertThat(read(hex).has(1)).isFalse();
    }
}
