package dev.cordon.engine.table;

import dev.cordon.model.policy.GroupType;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.Smtp;
import java.util.List;

/// What is asked of a set of groups at every decision, one cache line for each set.
///
/// A line holds the number of the VPC, the number of groups with some flags, which of the groups
/// interconnect and which are isolated, a bit for each, and then the numbers of the groups.
final class SetLines {

    static final SetLines EMPTY = new SetLines(IntChunks.EMPTY);

    /// Groups that fit in a line; the quota allows ten.
    static final int GROUP_COUNT_MAX = 12;

    static final int COUNT = 1;
    static final int COUNT_MASK = 0xff;
    static final int ADVANCED = 1 << 8;
    static final int SMTP_BLOCKED = 1 << 9;

    /// The rules of the set are put together in a table of its own.
    static final int MERGED = 1 << 10;

    static final int INTERCONNECTED = 2;
    static final int ISOLATED = 3;
    static final int GROUPS = 4;

    private static final int WIDTH_SHIFT = 4;

    private final IntChunks lines;

    private SetLines(IntChunks lines) {
        this.lines = lines;
    }

    /// Returns the chunk in which a set's line is.
    int[] chunk(int set) {
        return lines.chunk(set << WIDTH_SHIFT);
    }

    /// Returns the place of the line in its chunk.
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

        int flags(int set) {
            return lines.get((set << WIDTH_SHIFT) + COUNT);
        }

        /// @param groups as they are, in the order of their numbers in the set
        /// @param merged [#MERGED], or 0
        void set(int number, GroupSet set, List<SecurityGroup> groups, int merged) {
            int flags = merged | (set.likeness().smtp() == Smtp.BLOCKED ? SMTP_BLOCKED : 0);
            int interconnected = 0;
            int isolated = 0;
            int at = number << WIDTH_SHIFT;
            for (int i = 0; i < Math.min(groups.size(), GROUP_COUNT_MAX); i++) {
                SecurityGroup group = groups.get(i);
                flags |= group.type() == GroupType.ADVANCED ? ADVANCED : 0;
                interconnected |= group.interconnects() ? 1 << i : 0;
                isolated |= group.type() == GroupType.BASIC && !group.interconnects() ? 1 << i : 0;
                lines.set(at + GROUPS + i, set.groups().get(i));
            }
            lines.set(at, set.space());
            lines.set(at + COUNT, Math.min(groups.size(), GROUP_COUNT_MAX) | flags);
            lines.set(at + INTERCONNECTED, interconnected);
            lines.set(at + ISOLATED, isolated);
        }

        SetLines done() {
            return new SetLines(lines.done());
        }
    }
}
