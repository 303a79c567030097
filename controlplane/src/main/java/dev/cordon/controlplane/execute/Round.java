package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.command.Answer;
import dev.cordon.controlplane.command.Decide;
import dev.cordon.controlplane.command.Decision;
import dev.cordon.controlplane.command.Quotas;
import dev.cordon.controlplane.execute.Result.Executed;
import dev.cordon.controlplane.execute.Result.Mismatched;
import dev.cordon.controlplane.execute.Result.Refused;
import dev.cordon.controlplane.execute.Result.Repeated;
import dev.cordon.controlplane.execute.Result.Unchanged;
import dev.cordon.controlplane.publish.Snapshot;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Holdings;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Batch;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import dev.cordon.wire.record.RememberedCall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Commands that are decided one after another, each on what those before it come to, and that are
/// then committed together: at one revision each, with one wait for the disk.
final class Round {

    private final Tokens tokens;
    private final Quotas quotas;
    private final List<StoredState.Draft> drafts = new ArrayList<>();
    private final List<Optional<Result>> results = new ArrayList<>();
    private final Set<Key> tokensOfRound = new HashSet<>();
    private Snapshot reached;
    private long byteCount;

    private Round(Snapshot start, Tokens tokens, Quotas quotas) {
        this.reached = start;
        this.tokens = tokens;
        this.quotas = quotas;
    }

    static Round of(List<Order> orders, Snapshot start, Tokens tokens, Quotas quotas) {
        Round round = new Round(start, tokens, quotas);
        orders.forEach(order -> round.results.add(round.result(order)));
        return round;
    }

    /// Returns what is to be committed, in order; nothing is true before that is done.
    List<StoredState.Draft> drafts() {
        return drafts;
    }

    /// Returns the state that the commits lead to.
    Snapshot reached() {
        return reached;
    }

    /// Returns what comes of each order, and nothing for those that have to wait for another round.
    List<Optional<Result>> results() {
        return results;
    }

    private Optional<Result> result(Order order) {
        if (order.token().filter(tokensOfRound::contains).isPresent()) {
            return Optional.empty();
        }
        return earlier(order).or(() -> decided(order));
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

    private Optional<Result> decided(Order order) {
        return switch (Decide.decide(order.command(), reached.sightOf(order.account()), quotas)) {
            case Decision.Rejected(var rejection) -> Optional.of(new Refused(rejection));
            case Decision.Accepted(var changes, var answer)
            when changes.isEmpty() && order.once().isEmpty() -> Optional.of(new Unchanged(reached.revision(), answer));
            case Decision.Accepted(var changes, var answer) ->
                drafted(order, Holdings.ownedBy(order.account(), changes), answer);
        };
    }

    private Optional<Result> drafted(Order order, Collection<Change> changes, Answer answer) {
        StoredState.Draft draft =
                StoredState.draft(reached.revision(), changes, remembered(order, answer), order.origin());
        long more = draft.commit().writes().byteCount();
        if (!drafts.isEmpty() && byteCount + more > Batch.BYTE_COUNT_MAX) {
            return Optional.empty();
        }
        byteCount += more;
        drafts.add(draft);
        order.token().ifPresent(tokensOfRound::add);
        Revision revision = draft.commit().revision();
        reached = reached.after(revision, changes);
        return Optional.of(new Executed(revision, answer));
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
}
