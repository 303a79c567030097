package dev.cordon.controlplane.execute;

import dev.cordon.controlplane.account.Accounts;
import dev.cordon.model.state.Revision;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.record.RememberedCall;
import java.util.List;

/// The rows of a store that are no policy: no host sees them, and no export has them.
///
/// Changed by the writer alone; the accounts may be read from any thread.
final class Records {

    private static final List<String> PREFIXES =
            List.of(Tokens.PREFIX, AccountRows.ACCOUNT_PREFIX, AccountRows.KEY_PREFIX);

    private final Tokens tokens = new Tokens();
    private volatile Accounts accounts = Accounts.NONE;

    static boolean isRecord(Key key) {
        return PREFIXES.stream().anyMatch(key.text()::startsWith);
    }

    Tokens tokens() {
        return tokens;
    }

    Accounts accounts() {
        return accounts;
    }

    /// Forgets everything, before all rows are read anew.
    void clear() {
        tokens.clear();
        accounts = Accounts.NONE;
    }

    /// Tells that all rows have been read.
    void complete() {
        tokens.sort();
    }

    /// Takes over what a commit writes to rows of this kind.
    void apply(Writes writes, Revision revision) {
        Accounts changed = accounts;
        for (Key key : writes.deletes()) {
            changed = isRecord(key) ? deleted(changed, key, revision) : changed;
        }
        for (var put : writes.puts().entrySet()) {
            changed = isRecord(put.getKey()) ? put(changed, put.getKey(), put.getValue(), revision) : changed;
        }
        accounts = changed;
    }

    void put(Key key, String value, Revision revision) {
        accounts = put(accounts, key, value, revision);
    }

    private Accounts put(Accounts before, Key key, String value, Revision revision) {
        if (key.text().startsWith(Tokens.PREFIX)) {
            tokens.put(key, legible(RememberedCall.parse(value), key, revision));
            return before;
        }
        return legible(AccountRows.with(before, key, value), key, revision);
    }

    private Accounts deleted(Accounts before, Key key, Revision revision) {
        if (key.text().startsWith(Tokens.PREFIX)) {
            tokens.remove(key);
            return before;
        }
        return legible(AccountRows.without(before, key), key, revision);
    }

    /// Returns what a row says.
    ///
    /// @throws UnreadableStateException if it cannot be read
    static <T> T legible(Parsed<T> parsed, Key key, Revision revision) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value) -> value;
            case Parsed.Bad<T>(String problem) -> throw new UnreadableStateException(key, revision, problem);
        };
    }
}
