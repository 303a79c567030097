package dev.cordon.wire.shape;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.PortRange;
import dev.cordon.model.policy.AccountId;
import dev.cordon.model.policy.Id;
import dev.cordon.wire.Parsed;
import dev.cordon.wire.Parsed.Ok;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// The shapes of single values, and their text where the model has none.
///
/// Each value has one text: what is read must be what would be written. A block with bits behind
/// its prefix, which others would quietly widen, is refused.
public final class Values {

    /// Longest text that people give an object, in UTF-16 units: a few times what commands take.
    public static final int TEXT_LENGTH_MAX = 4_096;

    public static final Shape<IpAddress> ADDRESS =
            canonical("an address such as `192.0.2.7` or `2001:db8::7`", IpAddress::parse, IpAddress::toString);

    public static final Shape<CidrBlock> BLOCK =
            canonical("a block such as `192.0.2.0/24` or `2001:db8::/32`", CidrBlock::parse, CidrBlock::toString);

    public static final Shape<PortRange> PORTS =
            canonical("`any` or ports such as `22/22`", Values::parsePorts, Values::text);

    public static final Shape<Instant> INSTANT = text("a time such as `2026-01-31T12:34:56Z`", InstantText::parse);

    public static final Shape<AccountId> ACCOUNT = canonical(
            "an account such as `1000000000000001`",
            text -> AccountId.isWellFormed(text) ? Optional.of(new AccountId(text)) : Optional.empty(),
            AccountId::value);

    /// Text that people wrote; empty text is text.
    public static final Shape<String> TEXT = canonical(
            "a text of at most " + TEXT_LENGTH_MAX + " UTF-16 units",
            text -> Optional.of(text).filter(Values::isWritable),
            text -> text);

    /// Longest text that is written by us and not by people, in UTF-16 units: what [Json] reads.
    public static final int LONG_TEXT_LENGTH_MAX = 65_536;

    /// Text that we wrote, such as an answer that is kept.
    public static final Shape<String> LONG_TEXT = canonical(
            "a text of at most " + LONG_TEXT_LENGTH_MAX + " UTF-16 units",
            text -> Optional.of(text).filter(given -> given.length() <= LONG_TEXT_LENGTH_MAX),
            text -> text);

    private static final String ANY = "any";
    private static final Pattern PORT_RANGE = Pattern.compile("([0-9]{1,5})/([0-9]{1,5})");

    private Values() {}

    /// Returns the shape of a text that says itself what it means.
    ///
    /// @param parse may take several texts for one value
    /// @param print gives the one that is accepted
    public static <T> Shape<T> canonical(
            String wanted, Function<String, Optional<T>> parse, Function<T, String> print) {
        return text(
                wanted,
                text -> parse.apply(text).filter(value -> print.apply(value).equals(text)));
    }

    /// Returns the shape of a text that says itself what it means.
    ///
    /// @param parse takes one text for each value
    private static <T> Shape<T> text(String wanted, Function<String, Optional<T>> parse) {
        return place -> {
            JsonNode node = place.node();
            return (node.isString() ? parse.apply(node.stringValue()) : Optional.<T>empty())
                    .map(value -> (Parsed<T>) new Ok<>(value))
                    .orElseGet(() -> place.bad(wanted));
        };
    }

    public static <I extends Id> Shape<I> id(Function<String, I> id) {
        return canonical(
                "an id", text -> Id.isWellFormed(text) ? Optional.of(id.apply(text)) : Optional.empty(), Id::value);
    }

    /// Half a surrogate pair is no character, and UTF-8 cannot hold it.
    private static boolean isWritable(String text) {
        return text.length() <= TEXT_LENGTH_MAX
                && text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    /// Returns the shape of a number from `first` to `last`, both included.
    public static Shape<Integer> number(int first, int last) {
        Shape<Long> number = number((long) first, last);
        return place -> number.read(place).then(value -> new Ok<>(Math.toIntExact(value)));
    }

    /// Returns the shape of a number from `first` to `last`, both included.
    public static Shape<Long> number(long first, long last) {
        return place -> {
            JsonNode node = place.node();
            boolean fits = node.isIntegralNumber()
                    && node.canConvertToLong()
                    && first <= node.longValue()
                    && node.longValue() <= last;
            return fits ? new Ok<>(node.longValue()) : place.bad("a number from " + first + " to " + last);
        };
    }

    /// Returns the shape of the constants of an enum.
    public static <E extends Enum<E>> Shape<E> word(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> constants.put(text(constant), constant));
        String words = String.join("`, `", constants.keySet());
        return text("one of `" + words + "`", text -> Optional.ofNullable(constants.get(text)));
    }

    /// Returns the word of a constant: lower case, parted by hyphens.
    public static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String text(PortRange ports) {
        return ports.equals(PortRange.ANY) ? ANY : ports.toString();
    }

    private static Optional<PortRange> parsePorts(String text) {
        if (text.equals(ANY)) {
            return Optional.of(PortRange.ANY);
        }
        Matcher form = PORT_RANGE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(form.group(1));
        int last = Integer.parseInt(form.group(2));
        return first <= last && last <= PortRange.PORT_MAX ? Optional.of(new PortRange(first, last)) : Optional.empty();
    }
}
