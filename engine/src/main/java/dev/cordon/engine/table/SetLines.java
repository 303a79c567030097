package dev.cordon.engine.table;

import java.util.List;

/// What is asked of a peer's set of groups at every decision, one cache line for each set: the VPC,
/// how many groups there are, and the numbers of the first of them.
final class SetLines {

    static final SetLines EMPTY = new SetLines(IntChunks.EMPTY);

    private static final int WIDTH_SHIFT = 4;

    /// Groups that fit in a line; the quota allows ten.
    static final int GROUP_COUNT_MAX = (1 << WIDTH_SHIFT) - 2;

    private final IntChunks lines;

    private SetLines(IntChunks lines) {
        this.lines = lines;
    }

    int[] chunk(int set) {
        return lines.chunk(set << WIDTH_SHIFT);
    }

    /// Returns the place of the line in its chunk. There is the number of the VPC, then the number
    /// of groups, then those of the groups.
    static int place(int set) {
        return IntChunks.place(set << WIDTH_SHIFT);
    }

    Edit edit() {
        return new Edit(lines.edit());
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private final IntChunks.Edit lines;

        private Edit(IntChunks.Edit lines) {
            this.lines = lines;
        }

        int space(int set) {
            return lines.get(set << WIDTH_SHIFT);
        }

        /// @param groups of which the first [#GROUP_COUNT_MAX] are written
        void set(int set, int space, List<Integer> groups) {
            int at = set << WIDTH_SHIFT;
            lines.set(at, space);
            lines.set(at + 1, groups.size());
            for (int i = 0; i < Math.min(groups.size(), GROUP_COUNT_MAX); i++) {
                lines.set(at + 2 + i, groups.get(i));
            }
        }

        SetLines done() {
            return new SetLines(lines.done());
        }
    }
}
