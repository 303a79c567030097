package dev.cordon.ecs.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The nonces of signatures that were accepted lately, so that none is accepted twice.
///
/// Kept twice as long as a time stamp is valid, which may lie in the future as well as in the past.
/// When there are too many the oldest are forgotten.
final class Nonces {

    static final int COUNT_MAX = 200_000;

    private static final Duration KEPT = Authenticator.SKEW_MAX.multipliedBy(2);

    /// By digest, since a client may choose how long a nonce is.
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    /// Tells whether a nonce is new, and remembers it.
    synchronized boolean isNew(String accessKeyId, String nonce, Instant now) {
        forget(now);
        return seen.putIfAbsent(Hashing.sha256(accessKeyId + " " + nonce), now) == null;
    }

    private void forget(Instant now) {
        Iterator<Instant> oldest = seen.values().iterator();
        boolean old = true;
        while (old && oldest.hasNext()) {
            old = oldest.next().plus(KEPT).isBefore(now) || seen.size() >= COUNT_MAX;
            if (old) {
                oldest.remove();
            }
        }
    }
}
