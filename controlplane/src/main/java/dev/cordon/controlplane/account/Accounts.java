package dev.cordon.controlplane.account;

import dev.cordon.model.policy.AccountId;
import dev.cordon.model.state.PolicyState;
import dev.cordon.model.state.SortedTable;
import dev.cordon.wire.record.AccessKey;
import dev.cordon.wire.record.Account;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All accounts beside the first one, and the access keys of all. Immutable.
public record Accounts(SortedTable<AccountId, Account> accounts, SortedTable<String, AccessKey> keys) {

    public static final Accounts NONE = new Accounts(SortedTable.empty(), SortedTable.empty());

    /// Accounts beside the first one.
    public static final int ACCOUNT_COUNT_MAX = 1_000;

    /// Keys of one account, those that are temporary among them.
    public static final int KEY_COUNT_MAX = 100;

    /// What a command comes to.
    public sealed interface Outcome {

        record Changed(List<AccountChange> changes) implements Outcome {
            public Changed {
                changes = List.copyOf(changes);
            }
        }

        record Refused(AccountRejection rejection) implements Outcome {}
    }

    public Accounts with(Account account) {
        return new Accounts(accounts.with(account.id(), account), keys);
    }

    public Accounts with(AccessKey key) {
        return new Accounts(accounts, keys.with(key.id(), key));
    }

    public Accounts without(AccountId account) {
        return new Accounts(accounts.without(account), keys);
    }

    public Accounts withoutKey(String accessKeyId) {
        return new Accounts(accounts, keys.without(accessKeyId));
    }

    public Optional<AccessKey> key(String accessKeyId) {
        return keys.get(accessKeyId);
    }

    public Stream<AccessKey> keysOf(AccountId account) {
        return keys.values().filter(key -> key.account().equals(account));
    }

    /// Says what a command would change. Changes nothing.
    ///
    /// @param owned what the account of the command owns
    public Outcome decide(AccountCommand command, PolicyState owned) {
        return switch (command) {
            case AccountCommand.Create(Account account) -> create(account);
            case AccountCommand.Delete(AccountId account) -> delete(account, owned);
            case AccountCommand.AddKey(AccessKey key) -> add(key);
            case AccountCommand.SetKeyStatus(String id, AccessKey.Status status) ->
                key(id).map(key -> changed(new AccountChange.PutKey(key.with(status))))
                        .orElseGet(() -> refused(AccountRejection.KEY_NOT_FOUND));
            case AccountCommand.DeleteKey(String id) ->
                keys.contains(id) ? changed(new AccountChange.DeleteKey(id)) : refused(AccountRejection.KEY_NOT_FOUND);
        };
    }

    private Outcome create(Account account) {
        if (accounts.values().anyMatch(other -> other.name().equals(account.name()))) {
            return refused(AccountRejection.NAME_TAKEN);
        }
        return accounts.size() >= ACCOUNT_COUNT_MAX
                ? refused(AccountRejection.TOO_MANY_ACCOUNTS)
                : changed(new AccountChange.PutAccount(account));
    }

    private Outcome delete(AccountId account, PolicyState owned) {
        if (!accounts.contains(account)) {
            return refused(AccountRejection.ACCOUNT_NOT_FOUND);
        }
        if (owned.objects().findAny().isPresent()) {
            return refused(AccountRejection.ACCOUNT_OWNS_OBJECTS);
        }
        return new Outcome.Changed(Stream.concat(
                        keysOf(account).<AccountChange>map(key -> new AccountChange.DeleteKey(key.id())),
                        Stream.of(new AccountChange.DeleteAccount(account)))
                .toList());
    }

    /// Keys of the account that are at their end make room.
    private Outcome add(AccessKey key) {
        if (!key.account().isRoot() && !accounts.contains(key.account())) {
            return refused(AccountRejection.ACCOUNT_NOT_FOUND);
        }
        List<AccessKey> ended = keysOf(key.account())
                .filter(other -> isOver(other, key.createdAt()))
                .toList();
        if (keysOf(key.account()).count() - ended.size() >= KEY_COUNT_MAX) {
            return refused(AccountRejection.TOO_MANY_KEYS);
        }
        return new Outcome.Changed(Stream.concat(
                        ended.stream().<AccountChange>map(other -> new AccountChange.DeleteKey(other.id())),
                        Stream.of(new AccountChange.PutKey(key)))
                .toList());
    }

    private static boolean isOver(AccessKey key, Instant now) {
        return key.session()
                .filter(session -> !now.isBefore(session.expiresAt()))
                .isPresent();
    }

    private static Outcome changed(AccountChange change) {
        return new Outcome.Changed(List.of(change));
    }

    private static Outcome refused(AccountRejection rejection) {
        return new Outcome.Refused(rejection);
    }
}
