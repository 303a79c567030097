package dev.cordon.engine.table;

/// The line of the only owner of a peer's address. Reused from flow to flow by one thread.
final class PeerLine {

    private int[] chunk = SetLines.EMPTY.chunk(SetLines.NOBODY);
    private int place;

    /// @param of a chunk with the line
    /// @param at its place
    void set(int[] of, int at) {
        chunk = of;
        place = at;
    }

    int[] chunk() {
        return chunk;
    }

    int place() {
        return place;
    }
}
