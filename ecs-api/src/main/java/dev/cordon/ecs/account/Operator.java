package dev.cordon.ecs.account;

import dev.cordon.ecs.account.Circumstances.Key;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// How a condition compares what a call has with what the policy says. Operators of numbers are
/// not among them, since no key has a number.
///
/// @spec https://www.alibabacloud.com/help/en/ram/user-guide/policy-elements Condition
enum Operator {
    STRING_EQUALS("StringEquals", Sort.TEXT, Sense.ANY, String::equals),
    STRING_NOT_EQUALS("StringNotEquals", Sort.TEXT, Sense.NONE, String::equals),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Sort.TEXT, Sense.ANY, String::equalsIgnoreCase),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Sort.TEXT, Sense.NONE, String::equalsIgnoreCase),
    STRING_LIKE("StringLike", Sort.TEXT, Sense.ANY, (fact, pattern) -> Glob.fits(pattern, fact)),
    STRING_NOT_LIKE("StringNotLike", Sort.TEXT, Sense.NONE, (fact, pattern) -> Glob.fits(pattern, fact)),
    DATE_EQUALS("DateEquals", Sort.TIME, Sense.ANY, times(order -> order == 0)),
    DATE_NOT_EQUALS("DateNotEquals", Sort.TIME, Sense.NONE, times(order -> order == 0)),
    DATE_LESS_THAN("DateLessThan", Sort.TIME, Sense.ANY, times(order -> order < 0)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Sort.TIME, Sense.ANY, times(order -> order <= 0)),
    DATE_GREATER_THAN("DateGreaterThan", Sort.TIME, Sense.ANY, times(order -> order > 0)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Sort.TIME, Sense.ANY, times(order -> order >= 0)),
    BOOL("Bool", Sort.TRUTH, Sense.ANY, String::equalsIgnoreCase),
    IP_ADDRESS("IpAddress", Sort.ADDRESS, Sense.ANY, Operator::isIn),
    NOT_IP_ADDRESS("NotIpAddress", Sort.ADDRESS, Sense.NONE, Operator::isIn);

    /// What is compared, and the keys that have it.
    enum Sort {
        TEXT(EnumSet.allOf(Key.class)),
        TIME(EnumSet.of(Key.CURRENT_TIME)),
        TRUTH(EnumSet.of(Key.SECURE_TRANSPORT)),
        ADDRESS(EnumSet.of(Key.SOURCE_IP));

        private final Set<Key> keys;

        Sort(Set<Key> keys) {
            this.keys = keys;
        }
    }

    /// How many of the values are to fit.
    private enum Sense {
        ANY,
        NONE
    }

    private final String word;
    private final Sort sort;
    private final Sense sense;
    private final BiPredicate<String, String> fits;

    Operator(String word, Sort sort, Sense sense, BiPredicate<String, String> fits) {
        this.word = word;
        this.sort = sort;
        this.sense = sense;
        this.fits = fits;
    }

    static Optional<Operator> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(each -> each.word).collect(Collectors.joining(", "));
    }

    boolean isAbout(Key key) {
        return sort.keys.contains(key);
    }

    /// Tells whether a value of a policy can be compared at all.
    boolean takes(String value) {
        return switch (sort) {
            case TEXT -> true;
            case TIME -> time(value).isPresent();
            case TRUTH -> Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT));
            case ADDRESS -> block(value).isPresent();
        };
    }

    boolean holds(String fact, Iterable<String> values) {
        boolean isAny = false;
        for (String value : values) {
            isAny |= fits.test(fact, value);
        }
        return switch (sense) {
            case ANY -> isAny;
            case NONE -> !isAny;
        };
    }

    private static BiPredicate<String, String> times(IntPredicate order) {
        return (fact, value) ->
                order.test(time(fact).orElseThrow().compareTo(time(value).orElseThrow()));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isIn(String address, String block) {
        return block(block).orElseThrow().contains(IpAddress.parse(address).orElseThrow());
    }

    private static Optional<CidrBlock> block(String text) {
        return CidrBlock.parse(text);
    }
}
