package dev.cordon.model.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cordon.model.Borders;
import dev.cordon.model.Chance;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrBlockTest {

    private static final int ROUND_COUNT = 5_000;

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        WRITTEN,               CANONICAL
        10.0.0.0/8,            10.0.0.0/8
        10.1.2.3/8,            10.0.0.0/8
        10.1.2.3,              10.1.2.3/32
        255.255.255.255/0,     0.0.0.0/0
        192.0.2.255/31,        192.0.2.254/31
        2001:DB8::7/32,        2001:db8::/32
        2001:db8::7,           2001:db8::7/128
        ffff::/0,              ::/0
        2001:db8:0:1:8000::/64, 2001:db8:0:1::/64
        2001:db8:0:1:8000::/65, 2001:db8:0:1:8000::/65
        """)
    void readsAnyTextAndWritesTheCanonicalOne(String written, String canonical) {
        assertEquals(canonical, CidrBlock.of(written).toString());
        assertEquals(CidrBlock.of(canonical), CidrBlock.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/+8",
                "10.0.0.0/8/8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0 /8",
                "2001:db8::/129",
                "2001:db8::/1000",
                "all",
            })
    void refusesWhatIsNoBlock(String text) {
        assertEquals(Optional.empty(), CidrBlock.parse(text));
        assertThrows(IllegalArgumentException.class, () -> CidrBlock.of(text));
    }

    @Test
    void cannotBeMadeWithBitsBehindThePrefix() {
        IpAddress address = IpAddress.of("192.0.2.1");
        assertThrows(IllegalArgumentException.class, () -> new CidrBlock(address, 31));
        assertThrows(IllegalArgumentException.class, () -> new CidrBlock(address, 33));
        assertThrows(IllegalArgumentException.class, () -> new CidrBlock(address, -1));
        assertEquals(CidrBlock.of("192.0.2.1"), new CidrBlock(address, 32));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,    10.0.0.0,        true",
        "10.0.0.0/8,    10.255.255.255,  true",
        "10.0.0.0/8,    11.0.0.0,        false",
        "10.0.0.0/8,    9.255.255.255,   false",
        "0.0.0.0/0,     255.255.255.255, true",
        "0.0.0.0/0,     ::,              false",
        "::/0,          0.0.0.0,         false",
        "::/0,          ffff::,          true",
        "2001:db8::7/128, 2001:db8::7,   true",
        "2001:db8::7/128, 2001:db8::6,   false",
        "::ffff:0:0/96, 192.0.2.7,       false",
    })
    void containsAddressesOfItsFamilyAlone(String block, String address, boolean expected) {
        assertEquals(expected, CidrBlock.of(block).contains(IpAddress.of(address)));
    }

    @ParameterizedTest
    @EnumSource
    void containsAndOverlapsAsItsBordersSay(AddressFamily family) {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        for (int round = 0; round < ROUND_COUNT; round++) {
            CidrBlock one = block(family, chance);
            CidrBlock other = block(family, chance);
            BigInteger first = Borders.number(one.first());
            BigInteger last = last(one);
            BigInteger otherFirst = Borders.number(other.first());
            BigInteger otherLast = last(other);
            boolean contains = first.compareTo(otherFirst) <= 0 && otherLast.compareTo(last) <= 0;
            boolean overlaps = first.compareTo(otherLast) <= 0 && otherFirst.compareTo(last) <= 0;
            String message = "seed " + seed + ": " + one + " and " + other;
            assertEquals(contains, one.contains(other), message);
            assertEquals(overlaps, one.overlaps(other), message);
            for (IpAddress address : Borders.of(other)) {
                BigInteger number = Borders.number(address);
                boolean inside = first.compareTo(number) <= 0 && number.compareTo(last) <= 0;
                assertEquals(inside, one.contains(address), message + " at " + address);
            }
        }
    }

    private static BigInteger last(CidrBlock block) {
        int freeLengthBits = block.family().lengthBits() - block.prefixLengthBits();
        return Borders.number(block.first())
                .add(BigInteger.TWO.pow(freeLengthBits))
                .subtract(BigInteger.ONE);
    }

    /// Returns a block near one of two places, so that many hold or touch each other.
    private static CidrBlock block(AddressFamily family, Chance chance) {
        BigInteger top = BigInteger.ONE.shiftLeft(family.lengthBits() - 1);
        BigInteger number = chance.of(BigInteger.ZERO, top).add(BigInteger.valueOf(chance.between(0, 15)));
        int freeLengthBits = chance.oneIn(8) ? chance.between(0, family.lengthBits()) : chance.between(0, 4);
        int prefixLengthBits = family.lengthBits() - freeLengthBits;
        return new CidrBlock(Borders.address(family, number).masked(prefixLengthBits), prefixLengthBits);
    }

    @Test
    void sortedByFirstAddressThenTheWiderFirst() {
        List<CidrBlock> inOrder = List.of(
                CidrBlock.ALL_IPV4,
                CidrBlock.of("0.0.0.0/1"),
                CidrBlock.of("10.0.0.0/8"),
                CidrBlock.of("10.0.0.0/32"),
                CidrBlock.of("10.0.0.1/32"),
                CidrBlock.ALL_IPV6,
                CidrBlock.of("2001:db8::/32"));
        assertEquals(inOrder, inOrder.reversed().stream().sorted().toList());
    }
}
