package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.account.AccountCommand;
import dev.cordon.controlplane.account.Accounts;
import dev.cordon.controlplane.attempt.Attempts;
import dev.cordon.controlplane.command.Command;
import dev.cordon.controlplane.command.Decide;
import dev.cordon.controlplane.command.Decision;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Result.Contended;
import dev.cordon.controlplane.publish.Publisher;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Outcome;
import dev.cordon.store.Store;
import dev.cordon.store.StoreUnavailableException;
import dev.cordon.store.Writes;
import dev.cordon.wire.record.Attempt;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The writer of a store's policy state: decides commands against the newest state and commits what
/// they change.
///
/// A snapshot is published only once it is durable. Reading never waits for a writer. Commands that
/// come while a commit waits for the disk share the next one; each takes effect at a revision of
/// its own, as if it were alone.
public final class ControlPlane {

    /// Decisions on one command, of which all but the last met a newer head.
    public static final int ATTEMPTS_MAX = 16;

    /// Commands that are committed together.
    static final int ROUND_MAX = 256;

    private final StoredState stored;
    private final Quotas quotas;
    private final Attempts attempts;
    private final Publisher publisher;
    private final Rounds<Order, Ending> rounds = new Rounds<>(ROUND_MAX, this::carryOut);

    /// Whether a commit failed and may have taken place all the same. For a round alone.
    private Standing standing = Standing.KNOWN;

    private enum Standing {
        KNOWN,
        UNKNOWN
    }

    private ControlPlane(StoredState stored, Quotas quotas, Attempts attempts, Snapshot first) {
        this.stored = stored;
        this.quotas = quotas;
        this.attempts = attempts;
        this.publisher = new Publisher(first);
    }

    /// Folds what is in a store into a state. The store stays the caller's to close.
    ///
    /// @throws UnreadableStateException if a stored object cannot be read
    /// @throws StoreUnavailableException if the store fails
    public static ControlPlane open(Store store, Quotas quotas, Attempts attempts) {
        StoredState stored = new StoredState(store, new Records());
        return new ControlPlane(stored, quotas, attempts, stored.load());
    }

    /// Does the same, and forgets at its end which calls changed nothing.
    public static ControlPlane open(Store store, Quotas quotas) {
        return open(store, quotas, Attempts.inMemory());
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

    /// Notes a call that was to change something and changed nothing.
    ///
    /// @param code `OK` if what it asked for was so already, or that of the error
    public void attempted(Origin origin, String code) {
        attempts.add(new Attempt(
                origin.at(),
                newest().revision().number(),
                origin.caller().text(),
                origin.requestId(),
                origin.action(),
                code));
    }

    /// Returns the calls that changed nothing at a revision or later ones, the oldest first.
    public List<Attempt> attempts(Revision since, int countMax) {
        return attempts.since(since.number(), countMax);
    }

    /// Returns where newer snapshots are waited for.
    public Publisher publisher() {
        return publisher;
    }

    /// Says what a command would come to at the newest state. Changes nothing.
    public Decision decide(Command command, AccountId account) {
        return Decide.decide(command, publisher.newest().sightOf(account), quotas);
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

    private Result execute(Order order) {
        return switch (rounds.ask(order)) {
            case Ending.Came(Result result) -> result;
            case Ending.Broke(StoreUnavailableException failure) ->
                throw new UnavailableException(order.origin(), failure);
        };
    }

    /// How a round ends for one of its orders.
    private sealed interface Ending {
        record Came(Result result) implements Ending {}

        record Broke(StoreUnavailableException failure) implements Ending {}
    }

    private List<Optional<Ending>> carryOut(List<Order> orders) {
        try {
            return results(orders).stream()
                    .map(result -> result.<Ending>map(Ending.Came::new))
                    .toList();
        } catch (StoreUnavailableException failure) {
            return Collections.nCopies(orders.size(), Optional.of(new Ending.Broke(failure)));
        }
    }

    private List<Optional<Result>> results(List<Order> orders) {
        settle();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Round round = Round.of(orders, publisher.newest(), stored.records().tokens(), quotas);
            if (commit(round.drafts(), round.reached())) {
                return round.results();
            }
        }
        return Collections.nCopies(orders.size(), Optional.of(new Contended(ATTEMPTS_MAX)));
    }

    /// Decides a command about accounts and, if it is accepted, makes it durable.
    ///
    /// @throws UnavailableException if the store fails: the command may have taken effect or not
    public AccountResult execute(AccountCommand command, Origin origin) {
        try {
            return rounds.alone(() -> result(command, origin));
        } catch (StoreUnavailableException failure) {
            throw new UnavailableException(origin, failure);
        }
    }

    private AccountResult result(AccountCommand command, Origin origin) {
        settle();
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Optional<AccountResult> result = attempt(command, origin);
            if (result.isPresent()) {
                return result.get();
            }
        }
        return new AccountResult.Contended();
    }

    private Optional<AccountResult> attempt(AccountCommand command, Origin origin) {
        PolicyState owned = switch (command) {
            case AccountCommand.Delete(AccountId account) -> publisher.newest().of(account);
            case AccountCommand.Create create -> PolicyState.EMPTY;
            case AccountCommand.AddKey add -> PolicyState.EMPTY;
            case AccountCommand.SetKeyStatus set -> PolicyState.EMPTY;
            case AccountCommand.DeleteKey delete -> PolicyState.EMPTY;
        };
        return switch (accounts().decide(command, owned)) {
            case Accounts.Outcome.Refused(var rejection) -> Optional.of(new AccountResult.Refused(rejection));
            case Accounts.Outcome.Changed(var changes) -> commit(AccountRows.writes(changes), origin);
        };
    }

    private Optional<AccountResult> commit(Writes rows, Origin origin) {
        Snapshot seen = publisher.newest();
        StoredState.Draft draft = StoredState.draft(seen.revision(), List.of(), rows, origin);
        Snapshot next = seen.after(draft.commit().revision(), List.of());
        return commit(List.of(draft), next) ? Optional.of(new AccountResult.Done()) : Optional.empty();
    }

    /// Makes commits durable and publishes what they lead to.
    ///
    /// @return false if the head had moved on; the newest snapshot has moved with it then
    private boolean commit(List<StoredState.Draft> drafts, Snapshot reached) {
        if (drafts.isEmpty()) {
            return true;
        }
        standing = Standing.UNKNOWN;
        Outcome outcome = stored.commit(drafts);
        standing = Standing.KNOWN;
        return switch (outcome) {
            case Outcome.Committed committed -> {
                publisher.publish(reached);
                yield true;
            }
            case Outcome.Conflict conflict -> {
                catchUp();
                yield false;
            }
        };
    }

    /// Finds out what became of a commit that failed.
    private void settle() {
        if (standing == Standing.UNKNOWN) {
            catchUp();
            standing = Standing.KNOWN;
        }
    }

    private void catchUp() {
        Snapshot seen = publisher.newest();
        Snapshot reached = stored.catchUp(seen);
        if (!reached.revision().equals(seen.revision())) {
            publisher.publish(reached);
        }
    }
}
