package dev.cordon.engine.table;

import java.util.Arrays;
import java.util.Objects;

/// A growing list of objects. Immutable; an edited copy shares the chunks that were not edited, so
/// an edit costs what it touches.
final class RefChunks<T> {

    private static final int SHIFT = 8;
    private static final int CHUNK_SIZE = 1 << SHIFT;
    private static final int MASK = CHUNK_SIZE - 1;

    private final Object[][] chunks;

    private RefChunks(Object[][] chunks) {
        this.chunks = chunks;
    }

    static <T> RefChunks<T> empty() {
        return new RefChunks<>(new Object[0][]);
    }

    /// Returns an element that was set.
    @SuppressWarnings("unchecked") // only objects of T are put in
    T get(int index) {
        return (T) chunks[index >>> SHIFT][index & MASK];
    }

    /// Replaces an element by an equal one that is quicker to use, for all who share its chunk.
    void remember(int index, T value) {
        chunks[index >>> SHIFT][index & MASK] = value;
    }

    Edit<T> edit() {
        return new Edit<>(chunks);
    }

    /// An edit in progress, by one thread.
    static final class Edit<T> {

        private Object[][] chunks;
        private boolean[] own;

        private Edit(Object[][] chunks) {
            this.chunks = chunks.clone();
            this.own = new boolean[chunks.length];
        }

        @SuppressWarnings("unchecked") // only objects of T are put in
        T get(int index) {
            return (T) Objects.requireNonNull(chunks[index >>> SHIFT][index & MASK]);
        }

        void set(int index, T value) {
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
                    chunks[i] = new Object[CHUNK_SIZE];
                    own[i] = true;
                }
            }
        }

        /// Returns the edited list. Nothing may be set afterwards.
        RefChunks<T> done() {
            return new RefChunks<>(chunks);
        }
    }
}
