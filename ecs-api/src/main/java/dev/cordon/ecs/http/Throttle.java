package dev.cordon.ecs.http;

import dev.cordon.model.policy.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// How much of the server each account gets: calls a second, of all actions and of one, and calls
/// at once, so that no account takes the places of all.
public final class Throttle {

    /// Calls of one account that are under way, of the 128 that a server has places for.
    public static final int CALLS_MAX = 96;

    /// A bucket that was left alone holds as many seconds of calls.
    static final int BURST_SECONDS = 2;

    /// Buckets that are kept; beyond that those that are full are forgotten.
    static final int BUCKET_COUNT_MAX = 100_000;

    /// The header that says for how many milliseconds to wait.
    public static final String RETRY_AFTER = "x-acs-retry-after";

    /// Until some call of the account is answered, which takes a few milliseconds.
    private static final Duration WAIT_FOR_PLACE = Duration.ofMillis(10);

    private static final double NANOS_PER_SECOND = 1e9;

    /// @param perAccount calls a second of all actions; empty for any number
    /// @param perAction calls a second by name of the action
    public record Rates(Optional<Integer> perAccount, Map<String, Integer> perAction) {

        public static final Rates ANY = new Rates(Optional.empty(), Map.of());

        public Rates {
            perAction = Map.copyOf(perAction);
        }
    }

    /// @param action empty for the bucket of all actions
    private record Name(AccountId account, String action) {}

    private final Rates rates;
    private final LongSupplier nanoTime;
    private final Map<Name, TokenBucket> buckets = new ConcurrentHashMap<>();
    private final Map<AccountId, AtomicInteger> underWay = new ConcurrentHashMap<>();

    /// @param nanoTime such as [System#nanoTime]
    public Throttle(Rates rates, LongSupplier nanoTime) {
        this.rates = rates;
        this.nanoTime = nanoTime;
    }

    /// Does what a call asks for, unless its account is over its rates or its places.
    ///
    /// @param otherwise what is answered instead, from how long to wait
    public <R> R inPlace(AccountId account, String action, Function<Duration, R> otherwise, Supplier<R> call) {
        Optional<Duration> wait = take(account, action);
        if (wait.isPresent()) {
            return otherwise.apply(wait.get());
        }
        if (!enter(account)) {
            return otherwise.apply(WAIT_FOR_PLACE);
        }
        try {
            return call.get();
        } finally {
            leave(account);
        }
    }

    /// Returns a wait as [#RETRY_AFTER] has it.
    public static String millis(Duration wait) {
        return String.valueOf(Math.max(1, wait.toMillis()));
    }

    /// Lets a call in, or says how long to wait.
    Optional<Duration> take(AccountId account, String action) {
        return take(
                        new Name(account, action),
                        Optional.ofNullable(rates.perAction().get(action)))
                .or(() -> take(new Name(account, ""), rates.perAccount()));
    }

    private Optional<Duration> take(Name name, Optional<Integer> rate) {
        return rate.flatMap(perSecond -> {
            long now = nanoTime.getAsLong();
            if (buckets.size() > BUCKET_COUNT_MAX) {
                buckets.values().removeIf(bucket -> bucket.isFull(now));
            }
            return buckets.computeIfAbsent(name, it -> new TokenBucket(perSecond, now))
                    .take(now);
        });
    }

    /// Gives a call a place, which is to be given back by [#leave]; tells whether there was one.
    boolean enter(AccountId account) {
        if (calls(account).incrementAndGet() <= CALLS_MAX) {
            return true;
        }
        leave(account);
        return false;
    }

    void leave(AccountId account) {
        calls(account).decrementAndGet();
    }

    private AtomicInteger calls(AccountId account) {
        return underWay.computeIfAbsent(account, it -> new AtomicInteger());
    }

    /// Fills evenly, and holds what a short burst takes.
    private static final class TokenBucket {

        private final double perNano;
        private final double capacity;
        private double tokens;
        private long filledAtNanos;

        TokenBucket(int perSecond, long nowNanos) {
            this.perNano = perSecond / NANOS_PER_SECOND;
            this.capacity = (double) perSecond * BURST_SECONDS;
            this.tokens = capacity;
            this.filledAtNanos = nowNanos;
        }

        synchronized Optional<Duration> take(long nowNanos) {
            fill(nowNanos);
            if (tokens >= 1) {
                tokens--;
                return Optional.empty();
            }
            return Optional.of(Duration.ofNanos((long) Math.ceil((1 - tokens) / perNano)));
        }

        synchronized boolean isFull(long nowNanos) {
            fill(nowNanos);
            return tokens >= capacity;
        }

        private void fill(long nowNanos) {
            tokens = Math.min(capacity, tokens + Math.max(0, nowNanos - filledAtNanos) * perNano);
            filledAtNanos = nowNanos;
        }
    }
}
