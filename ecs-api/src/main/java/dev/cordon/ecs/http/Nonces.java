package dev.cordon.ecs.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// The nonces of signatures that were accepted lately, so that none is accepted twice.
///
/// Kept twice as long as a time stamp is valid, which may lie in the future as well as in the past.
/// When there are too many, the key that has most of them loses its oldest: whoever calls often
/// opens nobody else to replay.
final class Nonces {

    static final int COUNT_MAX = 200_000;

    private static final Duration KEPT = Authenticator.SKEW_MAX.multipliedBy(2);

    /// By access key, the oldest first; by digest, since a client may choose how long a nonce is.
    private final Map<String, LinkedHashMap<String, Instant>> seen = new LinkedHashMap<>();

    private int count;

    /// Tells whether a nonce is new, and remembers it.
    synchronized boolean isNew(String accessKeyId, String nonce, Instant now) {
        LinkedHashMap<String, Instant> ofKey = seen.computeIfAbsent(accessKeyId, key -> new LinkedHashMap<>());
        forgetOld(ofKey, now);
        boolean isNew = ofKey.putIfAbsent(Hashing.sha256(nonce), now) == null;
        count += isNew ? 1 : 0;
        if (count > COUNT_MAX) {
            seen.values().stream().max(Comparator.comparingInt(Map::size)).ifPresent(this::forgetOldest);
        }
        return isNew;
    }

    private void forgetOld(LinkedHashMap<String, Instant> ofKey, Instant now) {
        while (!ofKey.isEmpty() && ofKey.firstEntry().getValue().plus(KEPT).isBefore(now)) {
            forgetOldest(ofKey);
        }
    }

    private void forgetOldest(LinkedHashMap<String, Instant> ofKey) {
        Iterator<Instant> oldest = ofKey.values().iterator();
        oldest.next();
        oldest.remove();
        count--;
    }
}
