package dev.cordon.conformance.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.model.policy.Entity;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import dev.cordon.store.CommittedChange;
import dev.cordon.store.History;
import dev.cordon.store.Key;
import dev.cordon.store.OutOfHistory;
import dev.cordon.store.Store;
import dev.cordon.store.sqlite.SqliteSettings;
import dev.cordon.store.sqlite.SqliteStore;
import dev.cordon.wire.state.EntityForm;
import dev.cordon.wire.state.StateForm;
import dev.cordon.wire.state.StoreKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every commit of a store, folded from the empty state, with a look at each step.
final class ReplayedHistory {

    /// Rows that are no policy: what was answered to a token.
    private static final String TOKEN_PREFIX = "token/";

    /// A look at every reference costs as much as the state is large, so it is not for every step.
    private static final int REVISIONS_PER_LOOK = 500;

    private final Map<Revision, CommittedChange> commits = new HashMap<>();
    private final Set<Key> idsGiven = new HashSet<>();
    private final Set<String> namesGiven = new HashSet<>();
    private PolicyState state = PolicyState.EMPTY;
    private Revision reached = Revision.NONE;

    /// @param data folder of a node that does not run
    static ReplayedHistory of(Path data) {
        ReplayedHistory replayed = new ReplayedHistory();
        try (Store store = SqliteStore.open(data, SqliteSettings.DEFAULT)) {
            while (replayed.follow(store.history(replayed.reached, History.COUNT_MAX))) {}
        }
        replayed.requireWhole();
        return replayed;
    }

    PolicyState state() {
        return state;
    }

    Revision revision() {
        return reached;
    }

    /// @throws AssertionError if there is no such revision
    CommittedChange commit(Revision revision) {
        return Optional.ofNullable(commits.get(revision)).orElseThrow(() -> new AssertionError("no " + revision));
    }

    /// Returns whether there was more.
    private boolean follow(History history) {
        return switch (history) {
            case History.Changes(var changes) -> {
                changes.forEach(this::fold);
                yield !changes.isEmpty();
            }
            case OutOfHistory lost -> throw new AssertionError("the history does not begin at nothing: " + lost);
        };
    }

    private void fold(CommittedChange committed) {
        assertEquals(reached.next(), committed.revision());
        reached = committed.revision();
        commits.put(reached, committed);
        state = state.apply(changes(committed));
        if (reached.number() % REVISIONS_PER_LOOK == 0) {
            requireWhole();
        }
    }

    private void requireWhole() {
        assertEquals(Optional.empty(), StateForm.danglingReference(state), "at revision " + reached);
    }

    private List<Change> changes(CommittedChange committed) {
        List<Change> changes = new ArrayList<>();
        committed.writes().puts().forEach((key, text) -> {
            if (!key.text().startsWith(TOKEN_PREFIX)) {
                Entity entity = EntityForm.parse(text).orElseThrow();
                requireNewOrThere(key, entity, committed);
                changes.add(new Change.Put(entity));
            }
        });
        for (Key key : committed.writes().deletes()) {
            if (!key.text().startsWith(TOKEN_PREFIX)) {
                changes.add(new Change.Delete(StoreKey.parse(key.text()).orElseThrow()));
            }
        }
        return changes;
    }

    /// What a call makes has an id, and a group a name, that nothing ever had; what it changes is
    /// there.
    private void requireNewOrThere(Key key, Entity entity, CommittedChange committed) {
        String what = key + " by " + committed.audit().action() + " at revision " + committed.revision();
        switch (committed.audit().action()) {
            case "CreateVpc",
                    "CreateVSwitch",
                    "CreateSecurityGroup",
                    "CreateNetworkInterface",
                    "AuthorizeSecurityGroup" ->
                assertThat(idsGiven.add(key)).as("new is " + what).isTrue();
            case "JoinSecurityGroup", "LeaveSecurityGroup" ->
                assertThat(state.described(StoreKey.parse(key.text()).orElseThrow()))
                        .as("there is " + what)
                        .isPresent();
            default -> throw new AssertionError("nobody asked for " + what);
        }
        if (entity instanceof SecurityGroup group) {
            assertThat(namesGiven.add(group.details().name()))
                    .as("one call makes one group: " + what)
                    .isTrue();
        }
    }
}
