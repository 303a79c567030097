package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.account.AccountCommand;
import dev.cordon.controlplane.account.Accounts;
import dev.cordon.controlplane.command.Answer;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Decide;
import dev.cordon.controlplane.command.Decision;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Result.Contended;
import dev.cordon.controlplane.execute.Result.Executed;
import dev.cordon.controlplane.execute.Result.Mismatched;
import dev.cordon.controlplane.execute.Result.Refused;
import dev.cordon.controlplane.execute.Result.Repeated;
import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.state.Holdings;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Key;
import dev.cordon.store.Outcome;
import dev.cordon.store.Store;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.Writes;
import dev.cordon.wire.record.RememberedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private final Tokens tokens;
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
        this.tokens = stored.records().tokens();
    }

    /// Folds what is in a store into a state. The store stays the caller's to close.
    ///
    /// @throws UnreadableStateException if a stored object cannot be read
    /// @throws StoreUnavailableException if the store fails
    public static ControlPlane open(Store store, Quotas quotas) {
        StoredState stored = new StoredState(store, new Records());
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

    /// Returns the accounts and keys as they are known to be durable.
    public Accounts accounts() {
        return stored.records().accounts();
    }

    /// Returns the audit log after a revision, as far as it is kept, the oldest first.
    public List<LogLine> log(Revision after, int countMax) {
        return stored.log(after, countMax);
    }

    /// Returns where newer snapshots are waited for.
    public Publisher publisher() {
        return publisher;
    }

    /// Says what a command would come to at the newest state. Changes nothing.
    public Decision decide(Command command, AccountId account) {
        return Decide.decide(command, publisher.newest().of(account), quotas);
    }

    /// Decides a command and, if it is accepted, makes its changes durable.
    ///
    /// @throws UnavailableException if the store fails: the command may have taken effect or not
    public Result execute(Command command, Origin origin) {
        return execute(new Order(command, origin, Optional.empty()));
    }

    /// Does the same unless an earlier call had the same token. The token is remembered in the
    /// commit that makes the changes, so both are there after a crash or neither is.
    ///
    /// @throws UnavailableException if the store fails: the command may have taken effect or not,
    ///     and the same call again finds out
    public Result execute(Command command, Origin origin, Once once) {
        return execute(new Order(command, origin, Optional.of(once)));
    }

    private record Order(Command command, Origin origin, Optional<Once> once) {

        Optional<Key> token() {
            return once.map(named -> Tokens.key(origin.caller().account(), named.token()));
        }
    }

    private Result execute(Order order) {
        writer.lock();
        try {
            return executeAlone(order);
        } catch (StoreUnavailableException failure) {
            throw new UnavailableException(order.origin(), failure);
        } finally {
            writer.unlock();
        }
    }

    /// Decides a command about accounts and, if it is accepted, makes it durable.
    ///
    /// @throws UnavailableException if the store fails: the command may have taken effect or not
    public AccountResult execute(AccountCommand command, Origin origin) {
        writer.lock();
        try {
            settle();
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                Optional<AccountResult> result = attempt(command, origin);
                if (result.isPresent()) {
                    return result.get();
                }
            }
            return new AccountResult.Contended();
        } catch (StoreUnavailableException failure) {
            throw new UnavailableException(origin, failure);
        } finally {
            writer.unlock();
        }
    }

    private Optional<AccountResult> attempt(AccountCommand command, Origin origin) {
        PolicyState owned = switch (command) {
            case AccountCommand.Delete(AccountId account) -> publisher.newest().of(account);
            case AccountCommand.Create create -> PolicyState.EMPTY;
            case AccountCommand.AddKey add -> PolicyState.EMPTY;
            case AccountCommand.DeleteKey delete -> PolicyState.EMPTY;
        };
        return switch (accounts().decide(command, owned)) {
            case Accounts.Outcome.Refused(var rejection) -> Optional.of(new AccountResult.Refused(rejection));
            case Accounts.Outcome.Changed(var changes) -> commit(AccountRows.writes(changes), origin);
        };
    }

    private Optional<AccountResult> commit(Writes rows, Origin origin) {
        Snapshot seen = publisher.newest();
        standing = Standing.UNKNOWN;
        Outcome outcome = stored.commit(seen.revision(), List.of(), rows, origin);
        standing = Standing.KNOWN;
        return switch (outcome) {
            case Outcome.Committed(var revision) -> {
                publisher.publish(seen.after(revision, List.of()));
                yield Optional.of(new AccountResult.Done());
            }
            case Outcome.Conflict conflict -> {
                catchUp();
                yield Optional.empty();
            }
        };
    }

    private Result executeAlone(Order order) {
        settle();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Optional<Result> result = earlier(order).or(() -> attempt(order));
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
    private Optional<Result> attempt(Order order) {
        Snapshot seen = publisher.newest();
        return switch (decide(seen, order)) {
            case Decision.Rejected(var rejection) -> Optional.of(new Refused(rejection));
            case Decision.Accepted(var changes, var answer)
            when changes.isEmpty() && order.once().isEmpty() -> Optional.of(new Executed(seen.revision(), answer));
            case Decision.Accepted accepted -> commit(seen, accepted, order);
        };
    }

    /// Decides on what the caller sees; what comes of it is the caller's own.
    private Decision decide(Snapshot seen, Order order) {
        AccountId account = order.origin().caller().account();
        return switch (Decide.decide(order.command(), seen.of(account), quotas)) {
            case Decision.Rejected rejected -> rejected;
            case Decision.Accepted(var changes, var answer) ->
                new Decision.Accepted(List.copyOf(Holdings.ownedBy(account, changes)), answer);
        };
    }

    /// Returns what came of an earlier call of the same token, if there was one.
    private Optional<Result> earlier(Order order) {
        return order.token()
                .flatMap(key -> tokens.find(key, order.origin().at()))
                .map(call ->
                        call.fingerprint().equals(order.once().orElseThrow().fingerprint())
                                ? new Repeated(call.answer())
                                : new Mismatched());
    }

    private Writes remembered(Order order, Answer answer) {
        if (order.once().isEmpty()) {
            return Writes.NONE;
        }
        Once once = order.once().get();
        Key key = order.token().orElseThrow();
        RememberedCall call = new RememberedCall(
                order.origin().at(), once.fingerprint(), once.answer().apply(answer));
        return new Writes(
                new TreeMap<>(Map.of(key, call.print())),
                tokens.outdated(key, order.origin().at()));
    }

    private Optional<Result> commit(Snapshot seen, Decision.Accepted accepted, Order order) {
        standing = Standing.UNKNOWN;
        Outcome outcome = stored.commit(
                seen.revision(), accepted.changes(), remembered(order, accepted.answer()), order.origin());
        standing = Standing.KNOWN;
        return switch (outcome) {
            case Outcome.Committed(var revision) -> {
                publisher.publish(seen.after(revision, accepted.changes()));
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
