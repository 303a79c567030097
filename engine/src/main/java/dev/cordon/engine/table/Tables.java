package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import java.lang.invoke.VarHandle;
import java.util.Optional;

/// What each set says in each direction, and the lists that its rules name.
///
/// Few rules are numbers in an array, many are a table.
final class Tables {

    static final Tables EMPTY = new Tables(RefChunks.empty(), RefChunks.empty(), RefChunks.empty());

    private final RefChunks<long[]> rules;
    private final RefChunks<Optional<LargeTable>> tables;
    private final RefChunks<ListTable> lists;

    private Tables(RefChunks<long[]> rules, RefChunks<Optional<LargeTable>> tables, RefChunks<ListTable> lists) {
        this.rules = rules;
        this.tables = tables;
        this.lists = lists;
    }

    /// Returns the number of what a set says in a direction, which is told by its ordinal.
    static int number(int set, int direction) {
        return 2 * set + direction;
    }

    /// Returns the [SetRules] of a number, which may be of another kind.
    long[] rules(int number) {
        return rules.get(number);
    }

    /// Returns the table of a number whose rules are in one.
    Optional<LargeTable> table(int number) {
        return tables.get(number);
    }

    RefChunks<ListTable> lists() {
        return lists;
    }

    /// Keeps what was made, for all policies that share it.
    void remember(int number, long[] made) {
        VarHandle.releaseFence();
        rules.remember(number, made);
    }

    void remember(int number, LargeTable made) {
        VarHandle.releaseFence();
        tables.remember(number, Optional.of(made));
        remember(number, SetRules.IN_TABLE);
    }

    Edit edit() {
        return new Edit(this);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private final RefChunks.Edit<long[]> rules;
        private final RefChunks.Edit<Optional<LargeTable>> tables;
        private final RefChunks.Edit<ListTable> lists;

        private Edit(Tables from) {
            this.rules = from.rules.edit();
            this.tables = from.tables.edit();
            this.lists = from.lists.edit();
        }

        /// Has what a set says be made anew when it is asked for.
        void unmake(int set, Direction direction) {
            int number = number(set, direction.ordinal());
            rules.set(number, SetRules.UNMADE);
            tables.set(number, Optional.empty());
        }

        void list(int number, ListTable table) {
            lists.set(number, table);
        }

        Tables done() {
            return new Tables(rules.done(), tables.done(), lists.done());
        }
    }
}
