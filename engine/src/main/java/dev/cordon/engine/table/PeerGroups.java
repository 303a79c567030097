package dev.cordon.engine.table;

import java.util.Arrays;

/// The groups that have a peer's address, because its owner is in them.
///
/// Reused from flow to flow by the one thread that decides them. An address nearly always has one
/// owner, whose line is looked at where it is; only those of several owners are put together.
final class PeerGroups {

    private static final int[] NONE = new int[0];

    private int[] line = NONE;
    private int from;
    private int count;
    private int countOfOthers;

    /// Has the peer be nobody who is in a group.
    void clear() {
        count = 0;
        countOfOthers = 0;
    }

    /// Adds the groups of an owner that is another ENI.
    ///
    /// @param first place of the first group in the line
    void addOther(int[] of, int first, int groups) {
        if (count == 0) {
            window(of, first, groups);
            countOfOthers = groups;
            return;
        }
        int[] together = new int[count + groups];
        System.arraycopy(of, first, together, 0, groups);
        System.arraycopy(line, from, together, groups, count);
        window(together, 0, together.length);
        countOfOthers += groups;
    }

    /// Adds the groups of the ENI that is asked, which has the address itself: rules that name them
    /// mean it, but it shares no group with itself.
    void addItself(int[] of, int first, int groups) {
        if (count == 0) {
            window(of, first, groups);
            return;
        }
        int[] together = Arrays.copyOf(Arrays.copyOfRange(line, from, from + count), count + groups);
        System.arraycopy(of, first, together, count, groups);
        window(together, 0, together.length);
    }

    private void window(int[] of, int first, int groups) {
        line = of;
        from = first;
        count = groups;
    }

    int count() {
        return count;
    }

    int group(int index) {
        return line[from + index];
    }

    boolean has(int group) {
        for (int i = from; i < from + count; i++) {
            if (line[i] == group) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether another ENI than the one that is asked is in a group.
    boolean hasOtherIn(int group) {
        for (int i = from; i < from + countOfOthers; i++) {
            if (line[i] == group) {
                return true;
            }
        }
        return false;
    }
}
