package dev.cordon.model.state;

import dev.cordon.model.state.Tree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Visits the nodes of a tree from left to right.
final class TreeWalk<K extends Comparable<K>, V> implements Iterator<Node<K, V>> {

    private final Deque<Node<K, V>> ahead = new ArrayDeque<>();

    private TreeWalk() {}

    static <K extends Comparable<K>, V> TreeWalk<K, V> of(Tree<K, V> root) {
        TreeWalk<K, V> walk = new TreeWalk<>();
        walk.descend(root);
        return walk;
    }

    /// Begins at the first key that is not smaller than one.
    static <K extends Comparable<K>, V> TreeWalk<K, V> from(Tree<K, V> root, K first) {
        TreeWalk<K, V> walk = new TreeWalk<>();
        Tree<K, V> at = root;
        while (at instanceof Node<K, V> node) {
            boolean isBefore = node.key().compareTo(first) < 0;
            if (!isBefore) {
                walk.ahead.push(node);
            }
            at = isBefore ? node.right() : node.left();
        }
        return walk;
    }

    private void descend(Tree<K, V> tree) {
        Tree<K, V> at = tree;
        while (at instanceof Node<K, V> node) {
            ahead.push(node);
            at = node.left();
        }
    }

    @Override
    public boolean hasNext() {
        return !ahead.isEmpty();
    }

    @Override
    public Node<K, V> next() {
        if (ahead.isEmpty()) {
            throw new NoSuchElementException();
        }
        Node<K, V> node = ahead.pop();
        descend(node.right());
        return node;
    }
}
