/// The revisioned key-value store: what it promises, and the words it speaks in.
///
/// A caller commits writes against the head it has seen, and gets a new revision or a conflict:
///
/// ```java
/// SortedMap<Key, String> puts = new TreeMap<>(Map.of(new Key("eni/eni-7"), "{…}"));
/// Writes writes = new Writes(puts, new TreeSet<>());
/// Outcome outcome = store.commit(new Commit(store.head(), writes, audit));
/// ```
///
/// A follower reads the head once and then takes every later change in order:
///
/// ```java
/// Contents start = store.readHead();
/// try (Watch watch = store.watch(start.revision())) {
///   switch (watch.poll(Duration.ofSeconds(1))) {
///     case CommittedChange change -> follow(change);
///     case OutOfHistory lost -> startOver();
///     case Watch.Quiet quiet -> {}
///     case Watch.Ended ended -> stop();
///   }
/// }
/// ```
///
/// The guarantees are named at [dev.cordon.store.Store]; every backend passes the same contract
/// suite.
@NullMarked
package dev.cordon.store;

import org.jspecify.annotations.NullMarked;
