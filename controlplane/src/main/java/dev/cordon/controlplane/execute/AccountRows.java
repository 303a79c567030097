package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.account.AccountChange;
import dev.cordon.controlplane.account.Accounts;
import dev.cordon.model.policy.AccountId;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import dev.cordon.wire.record.AccessKey;
import dev.cordon.wire.record.Account;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Accounts and access keys as rows of the store.
final class AccountRows {

    static final String ACCOUNT_PREFIX = "account/";
    static final String KEY_PREFIX = "key/";

    private AccountRows() {}

    static Writes writes(List<AccountChange> changes) {
        SortedMap<Key, String> puts = new TreeMap<>();
        SortedSet<Key> deletes = new TreeSet<>();
        for (AccountChange change : changes) {
            switch (change) {
                case AccountChange.PutAccount(Account account) ->
                    puts.put(new Key(ACCOUNT_PREFIX + account.id()), account.print());
                case AccountChange.PutKey(AccessKey key) -> puts.put(new Key(KEY_PREFIX + key.id()), key.print());
                case AccountChange.DeleteAccount(AccountId account) -> deletes.add(new Key(ACCOUNT_PREFIX + account));
                case AccountChange.DeleteKey(String id) -> deletes.add(new Key(KEY_PREFIX + id));
            }
        }
        return new Writes(puts, deletes);
    }

    static Parsed<Accounts> with(Accounts accounts, Key key, String value) {
        return key.text().startsWith(KEY_PREFIX)
                ? AccessKey.parse(value).then(read -> new Ok<>(accounts.with(read)))
                : Account.parse(value).then(read -> new Ok<>(accounts.with(read)));
    }

    static Parsed<Accounts> without(Accounts accounts, Key key) {
        String id = key.text().substring(key.text().indexOf('/') + 1);
        if (key.text().startsWith(KEY_PREFIX)) {
            return new Ok<>(accounts.withoutKey(id));
        }
        return AccountId.isWellFormed(id) ? new Ok<>(accounts.without(new AccountId(id))) : new Bad<>("not an account");
    }
}
