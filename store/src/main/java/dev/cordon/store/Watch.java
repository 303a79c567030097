package dev.cordon.store;

import java.time.Duration;

/// A follower's place in the stream of changes. For one thread at a time, except [#close].
///
/// It holds at most one answer of history in memory, however far behind it is, and never slows a
/// writer: one that falls behind what the store keeps is told [OutOfHistory.Compacted].
public interface Watch extends AutoCloseable {

    /// Returns the next change, waiting for it if there is none yet; quiet may come before the time
    /// is up.
    ///
    /// After [OutOfHistory] the watch stays where it was. After a [StoreUnavailableException] too,
    /// so the caller may ask again and misses nothing.
    ///
    /// @throws InterruptedException if the thread is interrupted while waiting; nothing is lost
    Event poll(Duration timeout) throws InterruptedException;

    /// Ends the watch, and wakes the thread that waits in [#poll].
    @Override
    void close();

    /// What a watch has to say.
    sealed interface Event permits CommittedChange, OutOfHistory, Quiet, Ended {}

    /// Nothing was committed within the timeout.
    record Quiet() implements Event {}

    /// The watch or its store was closed; nothing more will come.
    record Ended() implements Event {}
}
