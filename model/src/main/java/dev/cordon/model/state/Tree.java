package dev.cordon.model.state;

import java.util.Optional;

/// A treap: in the order of keys from left to right, and of falling rank from top to bottom.
sealed interface Tree<K extends Comparable<K>, V> {

    record Leaf<K extends Comparable<K>, V>() implements Tree<K, V> {}

    record Node<K extends Comparable<K>, V>(Tree<K, V> left, K key, V value, Tree<K, V> right, int size)
            implements Tree<K, V> {

        static <K extends Comparable<K>, V> Node<K, V> of(Tree<K, V> left, K key, V value, Tree<K, V> right) {
            return new Node<>(left, key, value, right, left.size() + right.size() + 1);
        }

        Node<K, V> withLeft(Tree<K, V> changed) {
            return of(changed, key, value, right);
        }

        Node<K, V> withRight(Tree<K, V> changed) {
            return of(left, key, value, changed);
        }

        /// Equal hashes fall back to the keys, so that the shape stays a function of the content.
        boolean outranks(Node<K, V> other) {
            int byRank = Integer.compare(rank(key), rank(other.key));
            return byRank != 0 ? byRank > 0 : key.compareTo(other.key) < 0;
        }

        /// The finalizer of MurmurHash3: similar hashes get unrelated ranks.
        private static int rank(Object key) {
            int mixed = key.hashCode();
            mixed = (mixed ^ mixed >>> 16) * 0x85ebca6b;
            mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
            return mixed ^ mixed >>> 16;
        }
    }

    default int size() {
        return switch (this) {
            case Leaf<K, V> leaf -> 0;
            case Node<K, V> node -> node.size;
        };
    }

    default Optional<V> get(K key) {
        Tree<K, V> at = this;
        while (at instanceof Node<K, V> node) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.value);
            }
            at = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    default Optional<K> floor(K key) {
        Optional<K> best = Optional.empty();
        Tree<K, V> at = this;
        while (at instanceof Node<K, V> node) {
            boolean tooGreat = node.key.compareTo(key) > 0;
            best = tooGreat ? best : Optional.of(node.key);
            at = tooGreat ? node.left : node.right;
        }
        return best;
    }

    /// Tells whether both have the same entries. The shape is a function of the keys, so both are
    /// walked alike, and what they share need not be looked at.
    @SuppressWarnings("ReferenceEquality")
    default boolean isLike(Tree<?, ?> other) {
        if (this == other) {
            return true;
        }
        return switch (this) {
            case Leaf<K, V> leaf -> other instanceof Leaf<?, ?>;
            case Node<K, V> mine ->
                other instanceof Node<?, ?> theirs
                        && mine.key.equals(theirs.key)
                        && mine.value.equals(theirs.value)
                        && mine.left.isLike(theirs.left)
                        && mine.right.isLike(theirs.right);
        };
    }

    default Node<K, V> with(K key, V value) {
        if (!(this instanceof Node<K, V> node)) {
            return Node.of(this, key, value, this);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return Node.of(node.left, key, value, node.right);
        }
        if (order < 0) {
            Node<K, V> left = node.left.with(key, value);
            return left.outranks(node) ? left.withRight(node.withLeft(left.right)) : node.withLeft(left);
        }
        Node<K, V> right = node.right.with(key, value);
        return right.outranks(node) ? right.withLeft(node.withRight(right.left)) : node.withRight(right);
    }

    default Tree<K, V> without(K key) {
        return switch (this) {
            case Leaf<K, V> leaf -> leaf;
            case Node<K, V> node -> {
                int order = key.compareTo(node.key);
                if (order == 0) {
                    yield joined(node.left, node.right);
                }
                yield order < 0 ? node.withLeft(node.left.without(key)) : node.withRight(node.right.without(key));
            }
        };
    }

    /// Returns the entries before a key.
    default Tree<K, V> before(K key) {
        return switch (this) {
            case Leaf<K, V> leaf -> leaf;
            case Node<K, V> node -> {
                int order = node.key.compareTo(key);
                if (order == 0) {
                    yield node.left;
                }
                yield order < 0 ? node.withRight(node.right.before(key)) : node.left.before(key);
            }
        };
    }

    /// Returns the entries behind a key.
    default Tree<K, V> behind(K key) {
        return switch (this) {
            case Leaf<K, V> leaf -> leaf;
            case Node<K, V> node -> {
                int order = node.key.compareTo(key);
                if (order == 0) {
                    yield node.right;
                }
                yield order > 0 ? node.withLeft(node.left.behind(key)) : node.right.behind(key);
            }
        };
    }

    /// Joins two trees of which every key of the first is smaller than every key of the second.
    private static <K extends Comparable<K>, V> Tree<K, V> joined(Tree<K, V> low, Tree<K, V> high) {
        if (!(low instanceof Node<K, V> lowTop)) {
            return high;
        }
        if (!(high instanceof Node<K, V> highTop)) {
            return low;
        }
        return lowTop.outranks(highTop)
                ? lowTop.withRight(joined(lowTop.right, high))
                : highTop.withLeft(joined(low, highTop.left));
    }
}
