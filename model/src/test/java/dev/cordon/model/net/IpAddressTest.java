package dev.cordon.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.model.Borders;
import dev.cordon.model.Chance;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {

    private static final int ROUND_COUNT = 5_000;

    /// The recommendations of RFC 5952, section 4, with the addresses of its examples.
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        WRITTEN,                                 CANONICAL
        0.0.0.0,                                 0.0.0.0
        255.255.255.255,                         255.255.255.255
        192.0.2.7,                               192.0.2.7
        2001:0db8::0001,                         2001:db8::1
        2001:db8:0:0:0:0:2:1,                    2001:db8::2:1
        2001:db8::0:1,                           2001:db8::1
        2001:db8:0:1:1:1:1:1,                    2001:db8:0:1:1:1:1:1
        2001:db8::1:1:1:1:1,                     2001:db8:0:1:1:1:1:1
        2001:0:0:1:0:0:0:1,                      2001:0:0:1::1
        2001:db8:0:0:1:0:0:1,                    2001:db8::1:0:0:1
        2001:DB8:0:0:1::1,                       2001:db8::1:0:0:1
        2001:db8:aaaa:bbbb:cccc:dddd:eeee:AAAA,  2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa
        ::,                                      ::
        0:0:0:0:0:0:0:0,                         ::
        ::1,                                     ::1
        1::,                                     1::
        1:0:0:0:0:0:0:0,                         1::
        0:1:0:0:0:0:0:0,                         0:1::
        0:0:1:0:0:0:0:0,                         0:0:1::
        0:0:0:0:0:0:1:0,                         ::1:0
        1:2:3:4:5:6:7::,                         1:2:3:4:5:6:7:0
        ::2:3:4:5:6:7:8,                         0:2:3:4:5:6:7:8
        ::ffff:192.0.2.7,                        ::ffff:c000:207
        64:ff9b::192.0.2.33,                     64:ff9b::c000:221
        1:2:3:4:5:6:192.0.2.7,                   1:2:3:4:5:6:c000:207
        ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
        2408:180:0000::1,                        2408:180::1
        """)
    void readsAnyTextAndWritesTheCanonicalOne(String written, String canonical) {
        assertEquals(canonical, IpAddress.of(written).toString());
        assertEquals(IpAddress.of(canonical), IpAddress.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.04",
                "1.2.3.-4",
                "1.2.3.",
                ".1.2.3",
                "1.2.3.4 ",
                "0x1.2.3.4",
                "1.2.3.٤",
                "1.2.3.4/32",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:",
                ":1:2:3:4:5:6:7",
                "1::2::3",
                "1:2:3:4::5:6:7:8",
                "12345::",
                "g::",
                "::1%eth0",
                "[::1]",
                "::1.2.3",
                "::1.2.3.4:5",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::00000000000000000000000000000000000000000001",
                "host",
            })
    void refusesWhatIsNoAddress(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
        assertThrows(IllegalArgumentException.class, () -> IpAddress.of(text));
    }

    @ParameterizedTest
    @EnumSource
    void readsWhatItWroteAndAgreesWithThePlatform(AddressFamily family) throws UnknownHostException {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        for (int round = 0; round < ROUND_COUNT; round++) {
            IpAddress address = sparse(family, chance);
            String text = address.toString();
            assertEquals(address, IpAddress.of(text), () -> "seed " + seed);
            BigInteger theirs = new BigInteger(1, InetAddress.getByName(text).getAddress());
            assertEquals(theirs, Borders.number(unmapped(address)), () -> "seed " + seed + ": " + address);
        }
    }

    /// The platform reads a mapped address as the IPv4 address in it.
    private static IpAddress unmapped(IpAddress address) {
        return CidrBlock.of("::ffff:0:0/96").contains(address)
                ? Borders.address(AddressFamily.IPV4, Borders.number(address))
                : address;
    }

    /// Returns an address of many zero groups, for which there are many texts.
    private static IpAddress sparse(AddressFamily family, Chance chance) {
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < family.lengthBits() / 16; i++) {
            int group = chance.oneIn(3) ? chance.between(0, 0xffff) : chance.of(0, 0, 1, 0x10, 0xffff);
            number = number.shiftLeft(16).add(BigInteger.valueOf(group));
        }
        return Borders.address(family, number);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.255,  0,   0.0.0.0",
        "198.51.100.255,  1,   128.0.0.0",
        "198.51.100.255,  24,  198.51.100.0",
        "198.51.100.255,  31,  198.51.100.254",
        "198.51.100.255,  32,  198.51.100.255",
        "ffff::ff,        0,   ::",
        "ffff::ff,        1,   8000::",
        "2001:db8:0:ff:8000::1, 63, 2001:db8:0:fe::",
        "2001:db8:0:ff:8000::1, 64, 2001:db8:0:ff::",
        "2001:db8:0:ff:8000::1, 65, 2001:db8:0:ff:8000::",
        "2001:db8::ff,    127, 2001:db8::fe",
        "2001:db8::ff,    128, 2001:db8::ff",
    })
    void maskedKeepsThePrefix(String address, int prefixLengthBits, String expected) {
        assertEquals(IpAddress.of(expected), IpAddress.of(address).masked(prefixLengthBits));
    }

    @Test
    void sortedByFamilyThenWithoutSign() {
        List<String> inOrder = List.of(
                "0.0.0.0",
                "127.255.255.255",
                "128.0.0.0",
                "255.255.255.255",
                "::",
                "::7fff:ffff:ffff:ffff",
                "::8000:0:0:0",
                "7fff::",
                "8000::",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
        List<IpAddress> addresses = inOrder.stream().map(IpAddress::of).toList();
        assertEquals(addresses, addresses.reversed().stream().sorted().toList());
        assertEquals(inOrder, addresses.stream().map(IpAddress::toString).toList());
    }

    @Test
    void aBlockOfOneHoldsTheAddressAlone() {
        assertEquals(CidrBlock.of("192.0.2.7/32"), IpAddress.of("192.0.2.7").asBlock());
        assertEquals(
                CidrBlock.of("2001:db8::7/128"), IpAddress.of("2001:db8::7").asBlock());
    }
}
