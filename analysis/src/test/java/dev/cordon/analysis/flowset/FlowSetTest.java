package dev.cordon.analysis.flowset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.model.Chance;
import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlowSetTest {

    private static final int FIELD_VALUE_MAX = 4;
    private static final int ROUND_COUNT = 300;
    private static final Effort PLENTY = Effort.ofBoxes(Long.MAX_VALUE);

    /// A space of three fields is so small that every point of it can be asked.
    @Test
    void operationsAgreeWithMembershipAtEveryPoint() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        for (int round = 0; round < ROUND_COUNT; round++) {
            FlowSet one = random(chance);
            FlowSet other = random(chance);
            FlowSet minus = one.minus(other, PLENTY).orElseThrow();
            FlowSet both = one.intersect(other, PLENTY).orElseThrow();
            FlowSet either = one.union(other);
            for (Box point : points()) {
                boolean inOne = contains(one, point);
                boolean inOther = contains(other, point);
                assertEquals(inOne && !inOther, contains(minus, point), () -> "seed " + seed);
                assertEquals(inOne && inOther, contains(both, point), () -> "seed " + seed);
                assertEquals(inOne || inOther, contains(either, point), () -> "seed " + seed);
            }
            assertTrue(one.minus(either, PLENTY).orElseThrow().isEmpty(), () -> "seed " + seed);
        }
    }

    private static FlowSet random(Chance chance) {
        return new FlowSet(IntStream.range(0, chance.between(0, 4))
                .mapToObj(i -> new Box(
                        chance.of(AddressFamily.values()),
                        List.of(interval(chance), interval(chance), interval(chance))))
                .toList());
    }

    private static Interval interval(Chance chance) {
        int one = chance.between(0, FIELD_VALUE_MAX);
        int other = chance.between(0, FIELD_VALUE_MAX);
        return Interval.of(Math.min(one, other), Math.max(one, other));
    }

    private static List<Box> points() {
        List<Box> points = new ArrayList<>();
        for (int a = 0; a <= FIELD_VALUE_MAX; a++) {
            for (int b = 0; b <= FIELD_VALUE_MAX; b++) {
                for (int c = 0; c <= FIELD_VALUE_MAX; c++) {
                    points.add(new Box(
                            AddressFamily.IPV4, List.of(Interval.of(a, a), Interval.of(b, b), Interval.of(c, c))));
                }
            }
        }
        return points;
    }

    private static boolean contains(FlowSet set, Box point) {
        return set.boxes().stream().anyMatch(box -> box.intersect(point).isPresent());
    }

    @Test
    void spentEffortStaysSpent() {
        FlowSet one = new FlowSet(List.of(new Box(AddressFamily.IPV6, List.of(Interval.of(1, 9)))));
        Effort effort = Effort.ofBoxes(2);
        assertTrue(one.minus(one, effort).isPresent());
        assertTrue(one.intersect(one, effort).isPresent());
        assertEquals(Optional.empty(), one.minus(one, effort));
        assertEquals(Optional.empty(), one.intersect(FlowSet.EMPTY, effort));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0,       0, 0, 0, ffffffff",
        "192.0.2.0/24,    0, c0000200, 0, c00002ff",
        "192.0.2.7/32,    0, c0000207, 0, c0000207",
        "::/0,            0, 0, ffffffffffffffff, ffffffffffffffff",
        "2001:db8::/32,   20010db800000000, 0, 20010db8ffffffff, ffffffffffffffff",
        "2001:db8::/63,   20010db800000000, 0, 20010db800000001, ffffffffffffffff",
        "2001:db8::/64,   20010db800000000, 0, 20010db800000000, ffffffffffffffff",
        "2001:db8::/65,   20010db800000000, 0, 20010db800000000, 7fffffffffffffff",
        "2001:db8::1/128, 20010db800000000, 1, 20010db800000000, 1",
    })
    void aBlockIsTheIntervalOfItsAddresses(
            String block, String firstHigh, String firstLow, String lastHigh, String lastLow) {
        assertEquals(
                new Interval(ordinal(firstHigh, firstLow), ordinal(lastHigh, lastLow)),
                Interval.of(CidrBlock.of(block)));
    }

    private static Ordinal ordinal(String high, String low) {
        return new Ordinal(Long.parseUnsignedLong(high, 16), Long.parseUnsignedLong(low, 16));
    }

    @Test
    void neighboursCarryOverTheMiddle() {
        Ordinal below = new Ordinal(7, -1);
        Ordinal above = new Ordinal(8, 0);
        assertEquals(above, below.next());
        assertEquals(below, above.previous());
        assertTrue(below.compareTo(above) < 0);
    }
}
