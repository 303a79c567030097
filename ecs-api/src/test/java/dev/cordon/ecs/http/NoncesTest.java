package dev.cordon.ecs.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NoncesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration KEPT = Authenticator.SKEW_MAX.multipliedBy(2);

    private final Nonces nonces = new Nonces();

    @Test
    void nonceIsNewOnceForEachKey() {
        assertEquals(true, nonces.isNew("key-1", "nonce-1", NOW));
        assertEquals(false, nonces.isNew("key-1", "nonce-1", NOW));
        assertEquals(true, nonces.isNew("key-1", "nonce-2", NOW));
        assertEquals(true, nonces.isNew("key-2", "nonce-1", NOW));
    }

    @Test
    void nonceIsRememberedWhileItsTimeStampMayBeValid() {
        nonces.isNew("key", "nonce", NOW);
        assertEquals(false, nonces.isNew("key", "nonce", NOW.plus(KEPT)));
        assertEquals(true, nonces.isNew("key", "nonce", NOW.plus(KEPT).plusNanos(1)));
    }

    @Test
    void keyThatHasMostLosesItsOldestWhenThereAreTooMany() {
        nonces.isNew("quiet", "nonce", NOW);
        for (int i = 0; i < Nonces.COUNT_MAX; i++) {
            nonces.isNew("key", "nonce-" + i, NOW);
        }
        assertEquals(false, nonces.isNew("quiet", "nonce", NOW));
        assertEquals(false, nonces.isNew("key", "nonce-" + (Nonces.COUNT_MAX - 1), NOW));
        assertEquals(true, nonces.isNew("key", "nonce-0", NOW));
    }
}
