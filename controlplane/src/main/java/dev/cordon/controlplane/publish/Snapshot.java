package dev.cordon.controlplane.publish;

import dev.cordon.controlplane.command.Sight;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.state.Change;
import dev.cordon.model.state.Holdings;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.Revision;
import java.util.Collection;

/// The state as it was at a revision.
public record Snapshot(Revision revision, Holdings holdings) {

    public static final Snapshot EMPTY = new Snapshot(Revision.NONE, Holdings.NONE);

    /// Returns everything, whoever owns it.
    public PolicyState state() {
        return holdings.whole();
    }

    /// Returns what an account sees.
    public PolicyState of(AccountId account) {
        return holdings.of(account);
    }

    /// Returns what an account's commands can be about.
    public Sight sightOf(AccountId account) {
        return new Sight(of(account), state());
    }

    /// Returns the state after changes, as of the revision that they got.
    public Snapshot after(Revision next, Collection<Change> changes) {
        return new Snapshot(next, holdings.apply(changes));
    }
}
