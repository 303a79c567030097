package dev.cordon.model.state;

import dev.cordon.model.state.Tree.Leaf;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An immutable map in the order of its keys; a changed copy shares all but one path with the
/// original.
///
/// Implementation note: a treap whose ranks are mixed from the hashes of the keys, so the shape is
/// a function of the set of keys and independent of the order in which they came. Get, put and
/// remove take O(log n) expected steps.
///
/// @see "Seidel, Aragon: Randomized Search Trees, Algorithmica 16 (1996)"
public final class SortedTable<K extends Comparable<K>, V> {

    private final Tree<K, V> root;

    private SortedTable(Tree<K, V> root) {
        this.root = root;
    }

    public static <K extends Comparable<K>, V> SortedTable<K, V> empty() {
        return new SortedTable<>(new Leaf<K, V>());
    }

    public Optional<V> get(K key) {
        return root.get(key);
    }

    public SortedTable<K, V> with(K key, V value) {
        return new SortedTable<>(root.with(key, value));
    }

    /// Returns the table without a key; the same content if it was not there.
    public SortedTable<K, V> without(K key) {
        return new SortedTable<>(root.without(key));
    }

    public boolean contains(K key) {
        return get(key).isPresent();
    }

    /// Returns the greatest key that is not greater than one.
    public Optional<K> floor(K key) {
        return root.floor(key);
    }

    public int size() {
        return root.size();
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /// Returns the values in the order of their keys.
    public Stream<V> values() {
        return nodes().map(Tree.Node::value);
    }

    /// Returns the keys in their order.
    public Stream<K> keys() {
        return nodes().map(Tree.Node::key);
    }

    /// Returns the keys that are not smaller than one, in their order.
    public Stream<K> keysFrom(K first) {
        return stream(TreeWalk.from(root, first)).map(Tree.Node::key);
    }

    /// Returns what to change to come to another table, in the order of the keys. Costs what
    /// differs: parts that both tables share are passed over.
    public List<Replaced<V>> differences(SortedTable<K, V> next) {
        return new TreeDifferences<K, V>().between(root, next.root);
    }

    private Stream<Tree.Node<K, V>> nodes() {
        return stream(TreeWalk.of(root));
    }

    private static <T> Stream<T> stream(Iterator<T> iterator) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortedTable<?, ?> that && size() == that.size() && root.isLike(that.root);
    }

    @Override
    public int hashCode() {
        return nodes().mapToInt(
                        node -> 31 * node.key().hashCode() + node.value().hashCode())
                .sum();
    }

    @Override
    public String toString() {
        return nodes().map(node -> node.key() + "=" + node.value()).toList().toString();
    }
}
