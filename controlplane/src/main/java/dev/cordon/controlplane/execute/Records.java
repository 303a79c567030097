package dev.cordon.controlplane.execute;

import dev.cordon.model.state.Revision;
import dev.cordon.store.Key;
import dev.cordon.store.Writes;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.record.RememberedCall;

/// The rows of a store that are no policy: no host sees them, and no export has them.
final class Records {

    private final Tokens tokens = new Tokens();

    static boolean isRecord(Key key) {
        return key.text().startsWith(Tokens.PREFIX);
    }

    Tokens tokens() {
        return tokens;
    }

    /// Forgets everything, before all rows are read anew.
    void clear() {
        tokens.clear();
    }

    /// Tells that all rows have been read.
    void complete() {
        tokens.sort();
    }

    void apply(Writes writes, Revision revision) {
        writes.puts().forEach((key, value) -> put(key, value, revision));
        writes.deletes().forEach(this::delete);
    }

    void put(Key key, String value, Revision revision) {
        if (isRecord(key)) {
            tokens.put(key, legible(RememberedCall.parse(value), key, revision));
        }
    }

    private void delete(Key key) {
        if (isRecord(key)) {
            tokens.remove(key);
        }
    }

    private static <T> T legible(Parsed<T> parsed, Key key, Revision revision) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value) -> value;
            case Parsed.Bad<T>(String problem) -> throw new UnreadableStateException(key, revision, problem);
        };
    }
}
