package dev.cordon.engine.table;

import java.util.List;

/// The groups of each set, so that one look tells whether a group is among them.
///
/// A line is sixteen numbers, which are a cache line. A group, counted from 1, is in the place that
/// a factor of the line's own gives it; the factor was sought so that no two groups get the same
/// place. Place 0 stays 0, where whoever asks for no group finds it; what is behind the groups is
/// negative, so that it is taken for none. Line 0 is of nobody; that of a
/// set follows at its number and one.
final class SetLines {

    static final SetLines EMPTY = new SetLines(nobody());

    /// Groups that fit in a line; the quota allows ten.
    static final int GROUP_COUNT_MAX = 12;

    static final int NOBODY = 0;

    /// Places of groups are from 1 to this.
    static final int GROUP_LAST = 13;

    private static final int SPACE = 14;
    static final int FACTOR = 15;

    private static final int WIDTH_SHIFT = 4;
    private static final int PLACE_SHIFT = 28;
    private static final int GOLDEN = 0x9e37_79b9;

    private final IntChunks lines;

    private SetLines(IntChunks lines) {
        this.lines = lines;
    }

    private static IntChunks nobody() {
        IntChunks.Edit edit = IntChunks.EMPTY.edit();
        edit.set(NOBODY, 0);
        return edit.done();
    }

    /// Tells whether a line is of a set of a VPC.
    ///
    /// @param line its place in the chunk
    static boolean isIn(int space, int[] chunk, int line) {
        return chunk[line + SPACE] == ~space;
    }

    /// Returns the chunk in which a line is.
    int[] chunk(int line) {
        return lines.chunk(line << WIDTH_SHIFT);
    }

    /// Returns the place of the line in its chunk.
    static int place(int line) {
        return IntChunks.place(line << WIDTH_SHIFT);
    }

    /// Returns where in a line a group is, if it is there.
    ///
    /// @param group its number, counted from 1
    static int placeOf(int group, int factor) {
        return group * factor >>> PLACE_SHIFT;
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

        /// Returns the VPC of a set.
        int space(int set) {
            return ~lines.get((set + 1 << WIDTH_SHIFT) + SPACE);
        }

        /// @param groups their numbers; what does not fit is left out
        void set(int set, int space, List<Integer> groups) {
            int at = set + 1 << WIDTH_SHIFT;
            for (int i = 0; i <= GROUP_LAST; i++) {
                lines.set(at + i, 0);
            }
            List<Integer> fitting = groups.subList(0, Math.min(groups.size(), GROUP_COUNT_MAX));
            int factor = factor(fitting);
            fitting.forEach(group -> lines.set(at + placeOf(group + 1, factor), group + 1));
            lines.set(at + SPACE, ~space);
            lines.set(at + FACTOR, factor);
        }

        /// Of ten groups, about one factor in a thousand parts them.
        private static int factor(List<Integer> groups) {
            int factor = GOLDEN;
            while (factor >= 0 || !parts(factor, groups)) {
                factor += GOLDEN;
            }
            return factor;
        }

        private static boolean parts(int factor, List<Integer> groups) {
            int taken = 1 | 1 << SPACE | 1 << FACTOR;
            for (int group : groups) {
                int place = 1 << placeOf(group + 1, factor);
                if ((taken & place) != 0) {
                    return false;
                }
                taken |= place;
            }
            return true;
        }

        SetLines done() {
            return new SetLines(lines.done());
        }
    }
}
