package dev.cordon.controlplane.execute;

import dev.cordon.model.policy.AccountId;
import dev.cordon.store.Key;
import dev.cordon.wire.record.RememberedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The calls with client tokens that have taken effect lately. For the writer alone.
///
/// Bounded by age and, for each account, by number, so that no account makes another forget.
final class Tokens {

    /// How long a token is remembered at least, unless its account has too many.
    static final Duration KEPT_MAX = Duration.ofHours(24);

    /// Calls remembered of one account.
    static final int COUNT_MAX = 10_000;

    /// Dropped by one commit, so that none waits for a clean-up.
    static final int FORGOTTEN_PER_COMMIT_MAX = 8;

    static final String PREFIX = "token/";

    /// By account, the oldest first.
    private final Map<String, LinkedHashMap<Key, RememberedCall>> byAccount = new TreeMap<>();

    static Key key(AccountId account, String token) {
        return new Key(PREFIX + account + "/" + token);
    }

    Optional<RememberedCall> find(Key key, Instant now) {
        return Optional.ofNullable(ofAccount(key).get(key)).filter(call -> !isOld(call, now));
    }

    void put(Key key, RememberedCall call) {
        LinkedHashMap<Key, RememberedCall> calls = ofAccount(key);
        calls.remove(key);
        calls.put(key, call);
    }

    void remove(Key key) {
        ofAccount(key).remove(key);
    }

    void clear() {
        byAccount.clear();
    }

    /// Brings what was read in the order of keys into that of time.
    void sort() {
        byAccount.replaceAll((account, calls) -> {
            LinkedHashMap<Key, RememberedCall> sorted = new LinkedHashMap<>();
            calls.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.comparing(RememberedCall::at)))
                    .forEach(call -> sorted.put(call.getKey(), call.getValue()));
            return sorted;
        });
    }

    /// Returns what may be forgotten when one more call of the account is remembered.
    SortedSet<Key> outdated(Key added, Instant now) {
        LinkedHashMap<Key, RememberedCall> calls = ofAccount(added);
        List<Key> oldest = calls.entrySet().stream()
                .limit(FORGOTTEN_PER_COMMIT_MAX)
                .filter(call -> isOld(call.getValue(), now))
                .map(Map.Entry::getKey)
                .toList();
        SortedSet<Key> outdated = new TreeSet<>(oldest);
        if (outdated.isEmpty() && calls.size() >= COUNT_MAX) {
            outdated.add(calls.firstEntry().getKey());
        }
        outdated.remove(added);
        return outdated;
    }

    private static boolean isOld(RememberedCall call, Instant now) {
        return call.at().plus(KEPT_MAX).isBefore(now);
    }

    private LinkedHashMap<Key, RememberedCall> ofAccount(Key key) {
        String account = key.text().substring(PREFIX.length(), key.text().lastIndexOf('/'));
        return byAccount.computeIfAbsent(account, none -> new LinkedHashMap<>());
    }
}
