package dev.cordon.engine.table;

import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;

/// The tables of rules: one for each group and direction, which all sets with the group share, and
/// one for each large set, so that its ENIs need not ask each group by itself.
final class Tables {

    /// From so many groups on, the rules of a set are put together.
    static final int MERGED_GROUP_COUNT = 4;

    static final Tables EMPTY =
            new Tables(RefChunks.empty(), RefChunks.empty(), RefChunks.empty(), RefChunks.empty());

    private final RefChunks<Table> ofGroups;
    private final RefChunks<Table> merged;
    private final RefChunks<Verdict> shared;
    private final RefChunks<ListTable> lists;

    Tables(
            RefChunks<Table> ofGroups,
            RefChunks<Table> merged,
            RefChunks<Verdict> shared,
            RefChunks<ListTable> lists) {
        this.ofGroups = ofGroups;
        this.merged = merged;
        this.shared = shared;
        this.lists = lists;
    }

    /// @param direction its ordinal
    Table ofGroup(int group, int direction) {
        return ofGroups.get(2 * group + direction);
    }

    Table merged(int set, int direction) {
        return merged.get(2 * set + direction);
    }

    /// Returns the verdict that a group gives to those who share it.
    Verdict shared(int group) {
        return shared.get(group);
    }

    RefChunks<ListTable> lists() {
        return lists;
    }

    void rememberOfGroup(int group, int direction, Table made) {
        ofGroups.remember(2 * group + direction, made);
    }

    void rememberMerged(int set, int direction, Table made) {
        merged.remember(2 * set + direction, made);
    }

    Edit edit() {
        return new Edit(this);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private final RefChunks.Edit<Table> ofGroups;
        private final RefChunks.Edit<Table> merged;
        private final RefChunks.Edit<Verdict> shared;
        private final RefChunks.Edit<ListTable> lists;

        private Edit(Tables from) {
            this.ofGroups = from.ofGroups.edit();
            this.merged = from.merged.edit();
            this.shared = from.shared.edit();
            this.lists = from.lists.edit();
        }

        void unmakeOfGroup(int group, Direction direction) {
            ofGroups.set(2 * group + direction.ordinal(), Table.UNMADE);
        }

        void unmakeMerged(int set, Direction direction) {
            merged.set(2 * set + direction.ordinal(), Table.UNMADE);
        }

        void share(int group, Verdict verdict) {
            shared.set(group, verdict);
        }

        void list(int number, ListTable table) {
            lists.set(number, table);
        }

        Tables done() {
            return new Tables(ofGroups.done(), merged.done(), shared.done(), lists.done());
        }
    }
}
