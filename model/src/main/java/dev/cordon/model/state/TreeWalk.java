package dev.cordon.model.state;

import dev.cordon.model.state.Tree.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// Visits the nodes of a tree from left to right.
final class TreeWalk<K extends Comparable<K>, V> implements Iterator<Node<K, V>> {

    private final Deque<Node<K, V>> ahead = new ArrayDeque<>();

    TreeWalk(Tree<K, V> root) {
        descend(root);
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
