package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;

/// The rules of each group and direction, which all sets with the group share: as lines where they
/// are few, else as a table. Sets with many rules have a table of all their groups together, so
/// that their ENIs need not ask each group by itself.
final class Tables {

    static final Tables EMPTY =
            new Tables(RefChunks.empty(), RefChunks.empty(), RefChunks.empty(), RefChunks.empty(), RefChunks.empty());

    private static final int[] UNMADE = {RuleLines.UNMADE};
    private static final int[] IN_TABLE = {RuleLines.IN_TABLE};
    private static final int[] WALKED = {RuleLines.WALKED};

    private final RefChunks<int[]> lines;
    private final RefChunks<Verdict[]> verdicts;
    private final RefChunks<Table> tables;
    private final RefChunks<Verdict> shared;
    private final RefChunks<ListTable> lists;

    /// @param tables of a group's rules, at even places, and of a set's, at odd ones
    private Tables(
            RefChunks<int[]> lines,
            RefChunks<Verdict[]> verdicts,
            RefChunks<Table> tables,
            RefChunks<Verdict> shared,
            RefChunks<ListTable> lists) {
        this.lines = lines;
        this.verdicts = verdicts;
        this.tables = tables;
        this.shared = shared;
        this.lists = lists;
    }

    /// Returns the lines of a group's rules, or at their head why there are none.
    ///
    /// @param direction its ordinal
    int[] lines(int group, int direction) {
        return lines.get(2 * group + direction);
    }

    /// Returns the verdict of a rule that is in lines.
    Verdict verdict(int group, int direction, int rank) {
        return verdicts.get(2 * group + direction)[rank];
    }

    Table ofGroup(int group, int direction) {
        return tables.get(2 * (2 * group + direction));
    }

    Table ofSet(int set, int direction) {
        return tables.get(2 * (2 * set + direction) + 1);
    }

    /// Returns the verdict that a group gives to those who share it.
    Verdict shared(int group) {
        return shared.get(group);
    }

    RefChunks<ListTable> lists() {
        return lists;
    }

    void rememberLines(int group, int direction, int[] made, Verdict[] ofRules) {
        verdicts.remember(2 * group + direction, ofRules);
        lines.remember(2 * group + direction, made);
    }

    void rememberOfGroup(int group, int direction, Table made) {
        tables.remember(2 * (2 * group + direction), made);
        lines.remember(2 * group + direction, made instanceof Table.Walks ? WALKED : IN_TABLE);
    }

    void rememberOfSet(int set, int direction, Table made) {
        tables.remember(2 * (2 * set + direction) + 1, made);
    }

    Edit edit() {
        return new Edit(this);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private static final Verdict[] NO_VERDICTS = new Verdict[0];

        private final RefChunks.Edit<int[]> lines;
        private final RefChunks.Edit<Verdict[]> verdicts;
        private final RefChunks.Edit<Table> tables;
        private final RefChunks.Edit<Verdict> shared;
        private final RefChunks.Edit<ListTable> lists;

        private Edit(Tables from) {
            this.lines = from.lines.edit();
            this.verdicts = from.verdicts.edit();
            this.tables = from.tables.edit();
            this.shared = from.shared.edit();
            this.lists = from.lists.edit();
        }

        /// Has the rules of a group be written anew when they are asked for.
        void unmakeOfGroup(int group, Direction direction) {
            int number = 2 * group + direction.ordinal();
            lines.set(number, UNMADE);
            verdicts.set(number, NO_VERDICTS);
            tables.set(2 * number, Table.UNMADE);
        }

        void unmakeOfSet(int set, Direction direction) {
            tables.set(2 * (2 * set + direction.ordinal()) + 1, Table.UNMADE);
        }

        void share(int group, Verdict verdict) {
            shared.set(group, verdict);
        }

        void list(int number, ListTable table) {
            lists.set(number, table);
        }

        Tables done() {
            return new Tables(lines.done(), verdicts.done(), tables.done(), shared.done(), lists.done());
        }
    }
}
