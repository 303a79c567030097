package dev.cordon.engine.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressSetTest {

    private static final AddressSet SET = AddressSet.union(List.of(
            CidrBlock.of("203.0.113.7"),
            CidrBlock.of("203.0.113.0/28"),
            CidrBlock.of("198.51.100.9"),
            CidrBlock.of("2001:db8:1::/48")));

    @Test
    void dropsBlocksThatOthersHold() {
        assertEquals(
                List.of(CidrBlock.of("198.51.100.9"), CidrBlock.of("203.0.113.0/28"), CidrBlock.of("2001:db8:1::/48")),
                SET.blocks().toList());
        assertEquals(List.of(CidrBlock.of("2001:db8:1::/48")), SET.of(AddressFamily.IPV6));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0, true",
        "203.0.113.15, true",
        "203.0.113.16, false",
        "198.51.100.9, true",
        "198.51.100.10, false",
        "198.51.100.8, false",
        "0.0.0.0, false",
        "255.255.255.255, false",
        "2001:db8:1:ffff::2, true",
        "2001:db8:2::, false",
        "::, false",
    })
    void containsWhatItsBlocksContain(String address, boolean expected) {
        assertEquals(expected, SET.contains(IpAddress.of(address)));
    }

    @Test
    void isEmptyOnlyWithoutBlocks() {
        assertEquals(true, AddressSet.union(List.of()).isEmpty());
        assertEquals(false, SET.isEmpty());
    }

    @Test
    void agreesWithAScanOfTheBlocks() {
        long seed = 21;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 2_000; round++) {
            List<CidrBlock> blocks = IntStream.range(0, random.nextInt(6))
                    .mapToObj(i -> block(random))
                    .toList();
            IpAddress address = block(random).first();
            boolean expected = blocks.stream().anyMatch(block -> block.contains(address));
            AddressSet set = AddressSet.union(blocks);
            assertEquals(expected, set.contains(address), () -> "seed " + seed + ": " + blocks + " and " + address);
            CidrBlock other = block(random);
            assertEquals(
                    blocks.stream().anyMatch(block -> block.overlaps(other)),
                    set.overlaps(other),
                    () -> "seed " + seed + ": " + blocks + " and " + other);
        }
    }

    @Test
    void takesABlockBackAndShowsWhatItHid() {
        CidrBlock wide = CidrBlock.of("203.0.113.0/28");
        CidrBlock narrow = CidrBlock.of("203.0.113.7");
        AddressSet shown = SET.replacing(wide, Stream.of(narrow));
        assertEquals(SET, shown.with(wide));
        assertEquals(
                List.of(CidrBlock.of("198.51.100.9"), narrow, CidrBlock.of("2001:db8:1::/48")),
                shown.blocks().toList());
        assertEquals(shown, shown.replacing(wide, Stream.of(CidrBlock.of("192.0.2.1"))));
    }

    /// Blocks of a small corner of the address space, so that they touch and hold each other.
    private static CidrBlock block(RandomGenerator random) {
        int lengthBits = 24 + random.nextInt(9);
        return new CidrBlock(new IpAddress.V4(0xcb007100 | random.nextInt(256)).masked(lengthBits), lengthBits);
    }
}
