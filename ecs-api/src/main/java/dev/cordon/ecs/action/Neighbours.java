package dev.cordon.ecs.action;

import dev.cordon.controlplane.account.Accounts;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Peer;
import dev.cordon.model.policy.Rule;
import dev.cordon.model.policy.SecurityGroup;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.wire.record.Account;
import java.util.Optional;

/// Where the groups of other accounts are that rules name, and what these accounts are called.
///
/// @param all what all accounts own together
record Neighbours(PolicyState all, Accounts accounts) {

    private static final String ROOT_NAME = "root";

    /// Numbers of accounts do not begin with 0.
    private static final AccountId NOBODY = new AccountId("0000000000000000");

    /// Returns a group of any account. One that an older state has may be gone by now.
    Optional<SecurityGroup> group(SecurityGroupId id) {
        return all.group(id);
    }

    Optional<AccountId> owner(SecurityGroupId group) {
        return group(group).map(found -> found.details().owner());
    }

    /// Returns whose group a rule names, if it names one.
    Optional<AccountId> owner(Rule rule) {
        return switch (rule.match().peer()) {
            case Peer.Group(var group) -> owner(group);
            case Peer.Block(var block) -> Optional.empty();
            case Peer.Listed(var list) -> Optional.empty();
        };
    }

    /// Returns the name of an account, as `SourceGroupOwnerAccount` has it.
    String name(AccountId account) {
        return account.isRoot()
                ? ROOT_NAME
                : accounts.accounts().get(account).map(Account::name).orElseGet(account::value);
    }

    /// Returns the account that has a name or a number; if there is none, one that owns nothing.
    AccountId account(String text) {
        if (AccountId.isWellFormed(text)) {
            return new AccountId(text);
        }
        if (text.equals(ROOT_NAME)) {
            return AccountId.ROOT;
        }
        return accounts.accounts()
                .values()
                .filter(account -> account.name().equals(text))
                .map(Account::id)
                .findFirst()
                .orElse(NOBODY);
    }
}
