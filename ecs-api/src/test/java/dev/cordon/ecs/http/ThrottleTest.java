package dev.cordon.ecs.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.http.Throttle.Rates;
import dev.cordon.model.policy.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Token buckets, each of one account.
class ThrottleTest {

    private static final AccountId OTHER = new AccountId("1000000000000002");
    private static final Optional<Duration> LET_IN = Optional.empty();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void takeAll(Throttle throttle, AccountId account, String action, int count) {
        for (int i = 0; i < count; i++) {
            assertEquals(LET_IN, throttle.take(account, action));
        }
    }

    @Test
    void burstIsLetInAndThenAsMuchAsTheRate() {
        Throttle throttle = new Throttle(new Rates(Optional.of(4), Map.of()), nanos::get);
        takeAll(throttle, AccountId.ROOT, "A", 4 * Throttle.BURST_SECONDS);
        assertEquals(Optional.of(Duration.ofMillis(250)), throttle.take(AccountId.ROOT, "B"));
        pass(Duration.ofMillis(249));
        assertEquals(
                Optional.of(Duration.ofMillis(1)),
                throttle.take(AccountId.ROOT, "A").map(it -> Duration.ofMillis(Math.round(it.toNanos() / 1e6))));
        pass(Duration.ofMillis(2));
        takeAll(throttle, AccountId.ROOT, "A", 1);
        pass(Duration.ofDays(1));
        takeAll(throttle, AccountId.ROOT, "A", 4 * Throttle.BURST_SECONDS);
        assertEquals(true, throttle.take(AccountId.ROOT, "A").isPresent());
    }

    @Test
    void oneAccountLeavesAnotherItsOwn() {
        Throttle throttle = new Throttle(new Rates(Optional.of(1), Map.of()), nanos::get);
        takeAll(throttle, AccountId.ROOT, "A", Throttle.BURST_SECONDS);
        assertEquals(true, throttle.take(AccountId.ROOT, "A").isPresent());
        takeAll(throttle, OTHER, "A", Throttle.BURST_SECONDS);
    }

    @Test
    void actionWithARateLeavesOthersAlone() {
        Throttle throttle = new Throttle(new Rates(Optional.empty(), Map.of("A", 1)), nanos::get);
        takeAll(throttle, AccountId.ROOT, "A", Throttle.BURST_SECONDS);
        assertEquals(true, throttle.take(AccountId.ROOT, "A").isPresent());
        takeAll(throttle, AccountId.ROOT, "B", 1_000);
    }

    @Test
    void noAccountTakesThePlacesOfAll() {
        Throttle throttle = new Throttle(Rates.ANY, nanos::get);
        for (int i = 0; i < Throttle.CALLS_MAX; i++) {
            assertEquals(true, throttle.enter(AccountId.ROOT));
        }
        assertEquals(false, throttle.enter(AccountId.ROOT));
        assertEquals(true, throttle.enter(OTHER));
        throttle.leave(AccountId.ROOT);
        assertEquals(true, throttle.enter(AccountId.ROOT));
    }

    @Test
    void throttledCallIsToldWhenToTryAgain() {
        EcsEndpoint endpoint = new EcsEndpoint(
                "cn-hangzhou",
                account -> List.of(),
                new EcsEndpoint.Gate(
                        new Authenticator(
                                id -> Optional.of(Credential.lasting(SignedCalls.SECRET)),
                                () -> Instant.parse(SignedCalls.TIME)),
                        new Throttle(new Rates(Optional.of(2), Map.of()), nanos::get)),
                () -> "REQUEST-1");
        for (int i = 0; i < 2 * Throttle.BURST_SECONDS; i++) {
            assertEquals("InvalidAction.NotFound", endpoint.handle(call()).code());
        }
        EcsEndpoint.Handled throttled = endpoint.handle(call());
        assertEquals("400 Throttling.User", throttled.reply().status() + " " + throttled.code());
        assertEquals(Map.of("x-acs-retry-after", "500"), throttled.reply().headers());
    }

    private static HttpCall call() {
        return SignedCalls.get(SignedCalls.signedV1("GET", SignedCalls.parametersV1(Map.of("Action", "Echo"))));
    }
}
