package dev.cordon.model.state;

import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Described;
import dev.cordon.model.policy.Id;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.RuleId;
import java.util.Collection;

/// A state in parts, one for each account that owns something.
///
/// An account's calls see its own part alone. Of all references, only that of a rule to the group
/// it names may lead into another part, so what a rule names is looked for in the whole.
/// Immutable. While there is one owner, its part is the whole state and takes no room of its own.
public final class Holdings {

    public static final Holdings NONE = new Holdings(PolicyState.EMPTY, SortedTable.empty());

    private final PolicyState whole;
    private final SortedTable<AccountId, PolicyState> parts;

    private Holdings(PolicyState whole, SortedTable<AccountId, PolicyState> parts) {
        this.whole = whole;
        this.parts = parts;
    }

    /// Returns what all accounts own together.
    public PolicyState whole() {
        return whole;
    }

    /// Returns what an account owns.
    public PolicyState of(AccountId account) {
        return parts.get(account).orElse(PolicyState.EMPTY);
    }

    public Holdings apply(Collection<Change> changes) {
        Holdings holdings = this;
        for (Change change : changes) {
            holdings = holdings.apply(change);
        }
        return holdings;
    }

    private Holdings apply(Change change) {
        PolicyState next = whole.apply(change);
        AccountId owner = owner(change);
        boolean isAlone = parts.isEmpty() || parts.size() == 1 && parts.contains(owner);
        PolicyState part = isAlone ? next : of(owner).apply(change);
        return new Holdings(next, parts.with(owner, part));
    }

    private AccountId owner(Change change) {
        return switch (change) {
            case Change.Put(Described described) -> described.details().owner();
            case Change.Put(Rule rule) -> owner(rule);
            case Change.Delete(RuleId id) -> whole.rule(id).map(this::owner).orElse(AccountId.ROOT);
            case Change.Delete(Id id) ->
                whole.described(id).map(it -> it.details().owner()).orElse(AccountId.ROOT);
        };
    }

    /// A rule is its group's owner's.
    private AccountId owner(Rule rule) {
        return whole.group(rule.group()).map(group -> group.details().owner()).orElse(AccountId.ROOT);
    }

    /// Returns the changes as an account makes them: what is new is its own.
    public static Collection<Change> ownedBy(AccountId account, Collection<Change> changes) {
        return account.isRoot()
                ? changes
                : changes.stream().map(change -> ownedBy(account, change)).toList();
    }

    private static Change ownedBy(AccountId account, Change change) {
        return change instanceof Change.Put(Described described)
                ? new Change.Put(described.with(described.details().ownedBy(account)))
                : change;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Holdings that && whole.equals(that.whole);
    }

    @Override
    public int hashCode() {
        return whole.hashCode();
    }

    @Override
    public String toString() {
        return whole.toString();
    }
}
