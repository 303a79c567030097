package dev.cordon.model.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cordon.model.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SortedTableTest {

    private static final int ROUND_COUNT = 50;
    private static final int STEP_COUNT = 200;

    /// Keys of which the hashes collide, in text as in "Aa" and "BB".
    private static final List<String> KEYS = List.of(
            "Aa", "BB", "AaAa", "AaBB", "BBAa", "BBBB", "a", "b", "c", "sg-1", "sg-2", "sg-10", "", "z", "zz", "é");

    @Test
    void agreesWithATreeMapAfterEveryStep() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        for (int round = 0; round < ROUND_COUNT; round++) {
            SortedTable<String, Integer> table = SortedTable.empty();
            TreeMap<String, Integer> expected = new TreeMap<>();
            for (int step = 0; step < STEP_COUNT; step++) {
                String key = chance.of(KEYS);
                if (chance.oneIn(2)) {
                    table = table.with(key, step);
                    expected.put(key, step);
                } else {
                    table = table.without(key);
                    expected.remove(key);
                }
                assertSame(expected, table, "seed " + seed);
            }
        }
    }

    private static void assertSame(Map<String, Integer> expected, SortedTable<String, Integer> actual, String message) {
        assertEquals(List.copyOf(expected.keySet()), actual.keys().toList(), message);
        assertEquals(List.copyOf(expected.values()), actual.values().toList(), message);
        assertEquals(expected.size(), actual.size(), message);
        assertEquals(expected.isEmpty(), actual.isEmpty(), message);
        for (String key : KEYS) {
            assertEquals(Optional.ofNullable(expected.get(key)), actual.get(key), message);
            assertEquals(expected.containsKey(key), actual.contains(key), message);
        }
    }

    @Test
    void anyOrderOfPuttingAndRemovingLeadsToOneTable() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        List<Integer> kept = IntStream.range(0, 200).boxed().toList();
        List<Integer> removed = IntStream.range(200, 300).boxed().toList();
        SortedTable<Integer, String> forward = SortedTable.empty();
        for (int key : kept) {
            forward = forward.with(key, "value " + key);
        }
        for (int round = 0; round < ROUND_COUNT; round++) {
            List<Integer> keys = new ArrayList<>(kept);
            keys.addAll(removed);
            SortedTable<Integer, String> other = SortedTable.empty();
            for (int key : chance.shuffled(keys)) {
                other = other.with(key, "value " + key);
            }
            for (int key : chance.shuffled(removed)) {
                other = other.without(key);
            }
            assertEquals(forward, other, () -> "seed " + seed);
            assertEquals(forward.hashCode(), other.hashCode(), () -> "seed " + seed);
            assertEquals(forward.toString(), other.toString(), () -> "seed " + seed);
        }
    }

    @Test
    void forwardAndBackwardGiveOneTableAndRemovalsEmptyIt() {
        SortedTable<Integer, String> forward = SortedTable.empty();
        SortedTable<Integer, String> backward = SortedTable.empty();
        for (int i = 0; i < 1_000; i++) {
            forward = forward.with(i, "value " + i);
            backward = backward.with(999 - i, "value " + (999 - i));
        }
        assertEquals(forward, backward);
        for (int i = 0; i < 1_000; i++) {
            forward = forward.without(i);
            backward = backward.without(999 - i);
        }
        assertEquals(SortedTable.empty(), forward);
        assertEquals(SortedTable.empty(), backward);
    }

    @Test
    void aChangedCopyLeavesTheOriginal() {
        SortedTable<String, Integer> original =
                SortedTable.<String, Integer>empty().with("a", 1).with("b", 2);
        assertEquals("[a=1, b=3, c=4]", original.with("b", 3).with("c", 4).toString());
        assertEquals("[b=2]", original.without("a").toString());
        assertEquals("[a=1, b=2]", original.toString());
    }

    @Test
    void equalOnlyWithTheSameEntries() {
        SortedTable<String, Integer> table =
                SortedTable.<String, Integer>empty().with("a", 1).with("b", 2);
        assertNotEquals(table, table.with("b", 3));
        assertNotEquals(table, table.without("b"));
        assertNotEquals(table, table.without("b").with("c", 2));
        assertNotEquals(SortedTable.<String, Integer>empty(), table);
        assertEquals(table, table.with("b", 2).without("x"));
    }

    @Test
    void findsNeighboursAndDifferencesLikeATreeMap() {
        long seed = System.nanoTime();
        Chance chance = Chance.seeded(seed);
        for (int round = 0; round < ROUND_COUNT; round++) {
            TreeMap<String, Integer> before = entries(chance);
            TreeMap<String, Integer> after = chance.oneIn(2) ? entries(chance) : new TreeMap<>(before);
            after.put(chance.of(KEYS), STEP_COUNT);
            SortedTable<String, Integer> from = table(before);
            for (String key : KEYS) {
                assertEquals(Optional.ofNullable(before.floorKey(key)), from.floor(key), () -> "seed " + seed);
                assertEquals(
                        List.copyOf(before.tailMap(key).keySet()),
                        from.keysFrom(key).toList(),
                        () -> "seed " + seed);
            }
            assertEquals(replaced(before, after), from.differences(table(after)), () -> "seed " + seed);
        }
    }

    private static TreeMap<String, Integer> entries(Chance chance) {
        TreeMap<String, Integer> entries = new TreeMap<>();
        KEYS.stream().filter(key -> chance.oneIn(2)).forEach(key -> entries.put(key, chance.of(List.of(1, 2, 3))));
        return entries;
    }

    private static SortedTable<String, Integer> table(Map<String, Integer> entries) {
        SortedTable<String, Integer> table = SortedTable.empty();
        for (Map.Entry<String, Integer> entry : entries.entrySet()) {
            table = table.with(entry.getKey(), entry.getValue());
        }
        return table;
    }

    private static List<Replaced<Integer>> replaced(TreeMap<String, Integer> before, TreeMap<String, Integer> after) {
        return KEYS.stream()
                .sorted()
                .map(key -> new Replaced<>(Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))))
                .filter(replaced -> !replaced.before().equals(replaced.after()))
                .toList();
    }

    /// Keys that count how often they are looked at.
    private record Counted(int number, AtomicInteger looks) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            looks.incrementAndGet();
            return Integer.compare(number, other.number);
        }

        @Override
        public boolean equals(Object other) {
            looks.incrementAndGet();
            return other instanceof Counted that && number == that.number;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    @Test
    void passesOverWhatTwoTablesShare() {
        AtomicInteger looks = new AtomicInteger();
        SortedTable<Counted, Integer> table = SortedTable.empty();
        for (int i = 0; i < 10_000; i++) {
            table = table.with(new Counted(i, looks), i);
        }
        SortedTable<Counted, Integer> next = table.with(new Counted(5_000, looks), -1);
        looks.set(0);
        assertEquals(List.of(new Replaced<>(Optional.of(5_000), Optional.of(-1))), table.differences(next));
        assertNotEquals(table, next);
        assertEquals(table, table.with(new Counted(7_000, looks), 7_000));
        assertTrue(looks.get() < 300, looks + " keys looked at");
    }

    @Test
    void theWalkEnds() {
        TreeWalk<String, Integer> walk =
                TreeWalk.of(new Tree.Leaf<String, Integer>().with("a", 1).with("b", 2));
        assertEquals("a", walk.next().key());
        assertEquals("b", walk.next().key());
        assertThrows(NoSuchElementException.class, walk::next);
    }

    /// Depth is a function of the keys, so this is not a matter of luck.
    @ParameterizedTest
    @ValueSource(strings = {"sg-", "eni-bp1f00000000", ""})
    void runsOfKeysStayShallow(String prefix) {
        Tree<String, Integer> tree = new Tree.Leaf<>();
        for (int i = 0; i < 10_000; i++) {
            tree = tree.with(prefix + i, i);
        }
        int depth = depth(tree);
        assertTrue(depth < 50, "depth " + depth);
    }

    private static int depth(Tree<String, Integer> tree) {
        return switch (tree) {
            case Tree.Leaf<String, Integer> leaf -> 0;
            case Tree.Node<String, Integer> node -> 1 + Math.max(depth(node.left()), depth(node.right()));
        };
    }
}
