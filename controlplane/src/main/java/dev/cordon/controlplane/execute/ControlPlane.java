package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Decide;
import dev.cordon.controlplane.command.Decision;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Result.Contended;
import dev.cordon.controlplane.execute.Result.Executed;
import dev.cordon.controlplane.execute.Result.Refused;
import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.model.state.PolicyState;
import dev.cordon.store.Outcome;
import dev.cordon.store.Store;
import dev.cordon.store.StoreUnavailableException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The writer of a store's policy state: decides commands against the newest state and commits what
/// they change.
///
/// A snapshot is published only once it is durable. Reading never waits for a writer. Writers wait
/// for one another; the caller sees a command that takes effect at one revision, so commands of
/// many callers may come to share one wait for the disk without the callers' knowing.
public final class ControlPlane {

    /// Decisions on one command, of which all but the last met a newer head.
    public static final int ATTEMPTS_MAX = 16;

    private final StoredState stored;
    private final Quotas quotas;
    private final Publisher publisher;
    private final ReentrantLock writer = new ReentrantLock();

    /// Whether a commit failed and may have taken place all the same. Guarded by `writer`.
    private Standing standing = Standing.KNOWN;

    private enum Standing {
        KNOWN,
        UNKNOWN
    }

    private ControlPlane(StoredState stored, Quotas quotas, Snapshot first) {
        this.stored = stored;
        this.quotas = quotas;
        this.publisher = new Publisher(first);
    }

    /// Folds what is in a store into a state. The store stays the caller's to close.
    ///
    /// @throws UnreadableStateException if a stored object cannot be read
    /// @throws StoreUnavailableException if the store fails
    public static ControlPlane open(Store store, Quotas quotas) {
        StoredState stored = new StoredState(store);
        return new ControlPlane(stored, quotas, stored.load());
    }

    /// Returns the newest state that is durable.
    public Snapshot newest() {
        return publisher.newest();
    }

    /// Returns what commands are held to.
    public Quotas quotas() {
        return quotas;
    }

    /// Returns where newer snapshots are waited for.
    public Publisher publisher() {
        return publisher;
    }

    /// Says what a command would come to at the newest state. Changes nothing.
    public Decision decide(Command command) {
        return Decide.decide(command, publisher.newest().state(), quotas);
    }

    /// Decides a command and, if it is accepted, makes its changes durable.
    ///
    /// @throws UnavailableException if the store fails: the command may have taken effect or not
    public Result execute(Command command, Origin origin) {
        writer.lock();
        try {
            return executeAlone(command, origin);
        } catch (StoreUnavailableException failure) {
            throw new UnavailableException(origin, failure);
        } finally {
            writer.unlock();
        }
    }

    private Result executeAlone(Command command, Origin origin) {
        settle();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Optional<Result> result = attempt(command, origin);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new Contended(ATTEMPTS_MAX);
    }

    /// Finds out what became of a commit that failed.
    private void settle() {
        if (standing == Standing.UNKNOWN) {
            catchUp();
            standing = Standing.KNOWN;
        }
    }

    /// Returns nothing if the head had moved on; the newest snapshot has moved with it then.
    private Optional<Result> attempt(Command command, Origin origin) {
        Snapshot seen = publisher.newest();
        return switch (Decide.decide(command, seen.state(), quotas)) {
            case Decision.Rejected(var rejection) -> Optional.of(new Refused(rejection));
            case Decision.Accepted(var changes, var answer)
            when changes.isEmpty() -> Optional.of(new Executed(seen.revision(), answer));
            case Decision.Accepted accepted -> commit(seen, accepted, origin);
        };
    }

    private Optional<Result> commit(Snapshot seen, Decision.Accepted accepted, Origin origin) {
        PolicyState next = seen.state().apply(accepted.changes());
        standing = Standing.UNKNOWN;
        Outcome outcome = stored.commit(seen.revision(), accepted.changes(), origin);
        standing = Standing.KNOWN;
        return switch (outcome) {
            case Outcome.Committed(var revision) -> {
                publisher.publish(new Snapshot(revision, next));
                yield Optional.of(new Executed(revision, accepted.answer()));
            }
            case Outcome.Conflict conflict -> {
                catchUp();
                yield Optional.empty();
            }
        };
    }

    private void catchUp() {
        Snapshot seen = publisher.newest();
        Snapshot reached = stored.catchUp(seen);
        if (!reached.revision().equals(seen.revision())) {
            publisher.publish(reached);
        }
    }
}
