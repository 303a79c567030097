package dev.cordon.store;

import dev.cordon.model.state.Revision;

/// A revisioned key-value store in etcd's sense, and the one commit point of the system.
///
/// The guarantees, by the names that tests and documents use:
///
/// - *ordered*: a watch delivers changes in the order of their revisions;
/// - *unique*: no revision is given to two commits, and no watch delivers one twice;
/// - *atomic*: a commit is seen whole or not at all, by every read, watch and history;
/// - *reliable*: an acknowledged commit is never lost, and no watch leaves one out;
/// - *resumable*: a watch started after a revision delivers what an unbroken one would have.
///
/// An answer to [#commit] is given only when the commit is durable as far as the backend can be.
/// All methods may be called from any thread. Where the world fails (disk, file, network) they
/// throw [StoreUnavailableException]. After [#close] they throw [IllegalStateException], and
/// watches report [Watch.Ended].
public interface Store extends AutoCloseable {

    /// Returns the newest revision, [Revision#NONE] before the first commit.
    Revision head();

    /// Makes a batch durable if its expected head is the head: all of its commits or none.
    ///
    /// Whether the head is the expected one is found out in the same transaction that writes.
    /// When this throws, the outcome is unknown until [#history] shows the request ids or their
    /// absence.
    Outcome commit(Batch batch);

    /// Makes one commit durable if its expected head is the head.
    default Outcome commit(Commit commit) {
        return commit(Batch.of(commit));
    }

    /// Returns everything that is in the store now.
    Contents readHead();

    /// Returns everything that was in the store at a revision, if that is still known.
    Reading read(Revision at);

    /// Returns a watch of the changes after a revision. The caller closes it.
    Watch watch(Revision after);

    /// Returns the changes after a revision, oldest first, as far as they are kept and fit one
    /// answer.
    ///
    /// An answer that is not empty but shorter than what is there is continued from its last
    /// revision.
    ///
    /// @param countMax at least 1; an answer has at most this many changes, at most
    ///     [History#COUNT_MAX], and about [History#BYTE_COUNT_MAX] bytes
    History history(Revision after, int countMax);

    /// Ends all watches and lets go of the backend. Doing it again changes nothing.
    @Override
    void close();
}
