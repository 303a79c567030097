package dev.cordon.engine.table;

import java.util.Arrays;

/// A growing list of ints. Immutable; an edited copy shares the chunks that were not edited, so an
/// edit costs what it touches.
final class IntChunks {

    static final int SHIFT = 10;
    static final int CHUNK_SIZE = 1 << SHIFT;
    private static final int MASK = CHUNK_SIZE - 1;

    static final IntChunks EMPTY = new IntChunks(new int[0][]);

    private final int[][] chunks;

    private IntChunks(int[][] chunks) {
        this.chunks = chunks;
    }

    /// Returns an element; 0 unless it was set.
    int get(int index) {
        return chunks[index >>> SHIFT][index & MASK];
    }

    /// Returns the chunk in which an element is.
    int[] chunk(int index) {
        return chunks[index >>> SHIFT];
    }

    /// Returns the place of an element in its chunk.
    static int place(int index) {
        return index & MASK;
    }

    Edit edit() {
        return new Edit(chunks);
    }

    /// An edit in progress, by one thread.
    static final class Edit {

        private int[][] chunks;
        private boolean[] own;

        private Edit(int[][] chunks) {
            this.chunks = chunks.clone();
            this.own = new boolean[chunks.length];
        }

        int get(int index) {
            return chunks[index >>> SHIFT][index & MASK];
        }

        void set(int index, int value) {
            int chunk = index >>> SHIFT;
            grow(chunk);
            if (!own[chunk]) {
                chunks[chunk] = chunks[chunk].clone();
                own[chunk] = true;
            }
            chunks[chunk][index & MASK] = value;
        }

        private void grow(int chunk) {
            if (chunk >= chunks.length) {
                int before = chunks.length;
                int after = Math.max(chunk + 1, before + before / 4);
                chunks = Arrays.copyOf(chunks, after);
                own = Arrays.copyOf(own, after);
                for (int i = before; i < after; i++) {
                    chunks[i] = new int[CHUNK_SIZE];
                    own[i] = true;
                }
            }
        }

        /// Returns the edited list. Nothing may be set afterwards.
        IntChunks done() {
            return new IntChunks(chunks);
        }
    }
}
