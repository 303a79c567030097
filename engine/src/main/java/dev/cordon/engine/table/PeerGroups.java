package dev.cordon.engine.table;

import java.util.Arrays;

/// The groups that have a peer's address, because its owner is in them.
///
/// Reused from flow to flow by the one thread that decides them. An address nearly always has one
/// owner, whose line is looked at where it is; only those of several owners are put together.
final class PeerGroups {

    private static final int WIDTH = SetLines.GROUP_LAST + 1;

    private static final int[] NOBODY = SetLines.EMPTY.chunk(SetLines.NOBODY);

    private int[] line = NOBODY;
    private int from;
    private int count;
    private int countOfOthers;

    /// Has the peer be nobody who is in a group.
    void clear() {
        window(NOBODY, SetLines.place(SetLines.NOBODY), 0);
        countOfOthers = 0;
    }

    /// Adds the groups of an owner that is another ENI.
    ///
    /// @param at place of the owner's line in a chunk
    void addOther(int[] of, int at) {
        if (count == 0) {
            window(of, at, WIDTH);
        } else {
            int[] together = new int[count + WIDTH];
            System.arraycopy(of, at, together, 0, WIDTH);
            System.arraycopy(line, from, together, WIDTH, count);
            window(together, 0, together.length);
        }
        countOfOthers += WIDTH;
    }

    /// Adds the groups of the ENI that is asked, which has the address itself: rules that name them
    /// mean it, but it shares no group with itself.
    void addItself(int[] of, int at) {
        if (count == 0) {
            window(of, at, WIDTH);
            return;
        }
        int[] together = Arrays.copyOf(Arrays.copyOfRange(line, from, from + count), count + WIDTH);
        System.arraycopy(of, at, together, count, WIDTH);
        window(together, 0, together.length);
    }

    private void window(int[] of, int first, int places) {
        line = of;
        from = first;
        count = places;
    }

    /// Tells whether one line says it all: no more than one ENI has the address, and that is not
    /// the one that is asked.
    boolean isOneLine() {
        return count == countOfOthers && count <= WIDTH;
    }

    /// Returns a chunk with that line.
    int[] chunk() {
        return line;
    }

    /// Returns the place of the line in its chunk.
    int place() {
        return from;
    }

    /// Returns how many places there are for groups, some of which are empty.
    int placeCount() {
        return count;
    }

    /// Returns the group in a place, or a negative number.
    int group(int place) {
        return SetLines.group(line[from + place]);
    }

    /// @param code of the group
    boolean has(int code) {
        return isAmong(count, code);
    }

    /// Tells whether another ENI than the one that is asked is in a group.
    ///
    /// @param code of the group
    boolean hasOtherIn(int code) {
        return isAmong(countOfOthers, code);
    }

    private boolean isAmong(int places, int code) {
        for (int place = 0; place < places; place++) {
            if (line[from + place] == code) {
                return true;
            }
        }
        return false;
    }
}
