package dev.cordon.engine.table;

import java.util.Arrays;
import java.util.List;

/// The groups of each set, so that one look tells whether a group is among them.
///
/// A line is sixteen numbers, which are a cache line. The [code][#code] of a group is in the place
/// that a factor of the line's own gives it; the factor was sought so that no two groups get the
/// same place. Place 0 stays 0, where whoever asks for no group finds it; what is behind the groups
/// is no code of a group. Line 0 is of nobody; that of a set follows at its number and one.
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

    /// Far more groups than a process has room for; the codes of larger numbers are of other
    /// things.
    private static final int GROUP_NUMBER_MAX = 1 << 27;

    private static final int MIXER = 0x85eb_ca6b;

    /// The number that undoes a multiplication by the mixer.
    private static final int UNMIXER = 0xa5cb_9243;

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
        return chunk[line + SPACE] == mixed(GROUP_NUMBER_MAX + space);
    }

    /// Returns the chunk in which a line is.
    int[] chunk(int line) {
        return lines.chunk(line << WIDTH_SHIFT);
    }

    /// Returns the place of the line in its chunk.
    static int place(int line) {
        return IntChunks.place(line << WIDTH_SHIFT);
    }

    /// Returns the code of a group, which no other has; 0 is of none. Codes look random: no factor
    /// parts numbers that are as regular as those of groups.
    static int code(int group) {
        return mixed(group + 1);
    }

    /// Returns the group of a code; a negative number of none.
    static int group(int code) {
        return unmixed(code) - 1;
    }

    private static int mixed(int number) {
        int product = number * MIXER;
        return product ^ product >>> 16;
    }

    private static int unmixed(int code) {
        return (code ^ code >>> 16) * UNMIXER;
    }

    /// Returns where in a line a group is, if it is there.
    static int placeOf(int code, int factor) {
        return code * factor >>> PLACE_SHIFT;
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
            return unmixed(lines.get((set + 1 << WIDTH_SHIFT) + SPACE)) - GROUP_NUMBER_MAX;
        }

        /// @param groups their numbers; what does not fit is left out
        void set(int set, int space, List<Integer> groups) {
            int at = set + 1 << WIDTH_SHIFT;
            for (int i = 0; i <= GROUP_LAST; i++) {
                lines.set(at + i, 0);
            }
            int[] codes = groups.stream()
                    .distinct()
                    .limit(GROUP_COUNT_MAX)
                    .mapToInt(SetLines::code)
                    .toArray();
            int factor = factor(codes);
            for (int code : codes) {
                lines.set(at + placeOf(code, factor), code);
            }
            lines.set(at + SPACE, mixed(GROUP_NUMBER_MAX + space));
            lines.set(at + FACTOR, factor);
        }

        /// Of ten groups, about one factor in a thousand parts them; of twelve, one in fifty
        /// thousand.
        private static int factor(int[] codes) {
            for (int number = GROUP_NUMBER_MAX; number > 0; number++) {
                int factor = mixed(number);
                if (parts(factor, codes)) {
                    return factor;
                }
            }
            throw new IllegalStateException("no factor parts the codes " + Arrays.toString(codes));
        }

        private static boolean parts(int factor, int[] codes) {
            int taken = 1 | 1 << SPACE | 1 << FACTOR;
            for (int code : codes) {
                int place = 1 << placeOf(code, factor);
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
