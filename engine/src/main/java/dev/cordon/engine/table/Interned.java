package dev.cordon.engine.table;

import dev.cordon.model.state.SortedTable;
import java.util.Optional;
import java.util.stream.Stream;

/// Small numbers for things that are in use, counted by their uses. A number that is no longer used
/// is given to the next new thing. Immutable; an edit costs what it touches.
final class Interned<K extends Comparable<K>> {

    private final SortedTable<K, Integer> numbers;
    private final RefChunks<K> things;
    private final IntChunks uses;
    private final Free free;
    private final int end;

    /// Numbers below the end that nothing has, the one that is given next first.
    private sealed interface Free {
        record None() implements Free {}

        record Some(int number, Free more) implements Free {}
    }

    private Interned(SortedTable<K, Integer> numbers, RefChunks<K> things, IntChunks uses, Free free, int end) {
        this.numbers = numbers;
        this.things = things;
        this.uses = uses;
        this.free = free;
        this.end = end;
    }

    static <K extends Comparable<K>> Interned<K> empty() {
        return new Interned<K>(
                SortedTable.<K, Integer>empty(), RefChunks.<K>empty(), IntChunks.EMPTY, new Free.None(), 0);
    }

    Optional<Integer> find(K thing) {
        return numbers.get(thing);
    }

    /// Returns the thing that has a number.
    K thing(int number) {
        return things.get(number);
    }

    /// Returns the numbers in use, in the order of their things.
    Stream<Integer> numbers() {
        return numbers.values();
    }

    Edit<K> edit() {
        return new Edit<>(this);
    }

    /// An edit in progress, by one thread.
    static final class Edit<K extends Comparable<K>> {

        private final RefChunks.Edit<K> things;
        private final IntChunks.Edit uses;
        private SortedTable<K, Integer> numbers;
        private Free free;
        private int end;

        private Edit(Interned<K> from) {
            this.numbers = from.numbers;
            this.things = from.things.edit();
            this.uses = from.uses.edit();
            this.free = from.free;
            this.end = from.end;
        }

        Optional<Integer> find(K thing) {
            return numbers.get(thing);
        }

        K thing(int number) {
            return things.get(number);
        }

        /// Counts one more use of a thing.
        ///
        /// @return its number, which is [new][#isNew] after its first use
        int acquire(K thing) {
            Optional<Integer> known = numbers.get(thing);
            int number = known.orElseGet(this::nextNumber);
            if (known.isEmpty()) {
                numbers = numbers.with(thing, number);
                things.set(number, thing);
                uses.set(number, 0);
            }
            uses.set(number, uses.get(number) + 1);
            return number;
        }

        boolean isNew(int number) {
            return uses.get(number) == 1;
        }

        private int nextNumber() {
            return switch (free) {
                case Free.None() -> end++;
                case Free.Some(int number, Free more) -> {
                    free = more;
                    yield number;
                }
            };
        }

        /// Counts one use less; the number is free after the last.
        ///
        /// @return whether that was the last
        boolean release(int number) {
            uses.set(number, uses.get(number) - 1);
            boolean last = uses.get(number) == 0;
            if (last) {
                numbers = numbers.without(things.get(number));
                free = new Free.Some(number, free);
            }
            return last;
        }

        Interned<K> done() {
            return new Interned<>(numbers, things.done(), uses.done(), free, end);
        }
    }
}
