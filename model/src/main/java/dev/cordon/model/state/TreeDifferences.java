package dev.cordon.model.state;

import dev.cordon.model.state.Tree.Leaf;
import dev.cordon.model.state.Tree.Node;
import java.util.ArrayList;
import java.util.List;

/// Finds where two trees differ.
///
/// Implementation note: the shape of a tree is a function of its keys, so two versions of one have
/// nearly all subtrees in common, and one that both have needs no look. Where a key is only in one
/// tree, the other is cut in two at it; what is cut away is shared, too.
final class TreeDifferences<K extends Comparable<K>, V> {

    private final List<Replaced<V>> found = new ArrayList<>();

    List<Replaced<V>> between(Tree<K, V> before, Tree<K, V> after) {
        compare(before, after);
        return List.copyOf(found);
    }

    @SuppressWarnings("ReferenceEquality")
    private void compare(Tree<K, V> before, Tree<K, V> after) {
        if (before == after) {
            return;
        }
        switch (before) {
            case Leaf<K, V> leaf -> {
                if (after instanceof Node<K, V> top) {
                    at(top, leaf, after);
                }
            }
            case Node<K, V> top ->
                at(after instanceof Node<K, V> other && other.outranks(top) ? other : top, before, after);
        }
    }

    /// Compares what is before a key, at it, and behind it.
    private void at(Node<K, V> top, Tree<K, V> before, Tree<K, V> after) {
        K key = top.key();
        compare(before.before(key), after.before(key));
        Replaced<V> replaced = new Replaced<>(before.get(key), after.get(key));
        if (!replaced.before().equals(replaced.after())) {
            found.add(replaced);
        }
        compare(before.behind(key), after.behind(key));
    }
}
