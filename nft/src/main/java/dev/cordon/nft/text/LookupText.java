package dev.cordon.nft.text;

import dev.cordon.model.policy.Action;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup.Type;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Table;
import java.util.List;
import java.util.Locale;

/// Sets and maps in the words of nft: what they are, and their elements.
///
/// Implementation note: ranges are always one field of a concatenation of at least two, if need be
/// with all protocols as the other. nftables 1.0.6 cannot fill a new map of single ranges with
/// counters, and reads a large set of them back for each change; concatenations have none of this.
/// They cost the kernel a step for each element that fits in the first field, so the one that
/// mostly tells most apart comes first.
public final class LookupText {

    /// The set that sessions are counted in.
    public static final String SESSIONS_OF_LINK = "sessions_of_link";

    /// Parts of quotas, of all links together; the sessions of more are not counted.
    private static final int QUOTA_PARTS_MAX = 1 << 20;

    private static final String ANY_PROTOCOL = "0-255";

    private LookupText() {}

    /// Returns `set` or `map`.
    public static String kind(Type type) {
        return switch (type) {
            case LINKS, IPV4_BLOCKS, IPV6_BLOCKS, PACE_OF_LINK, SESSIONS_OF_LINK -> "set";
            case CHAIN_OF_LINK,
                    IDENTITY_OF_IPV4,
                    IDENTITY_OF_IPV4_BLOCK,
                    IDENTITY_OF_IPV6,
                    IDENTITY_OF_IPV6_BLOCK,
                    CLASS_OF_IDENTITY,
                    VERDICT_OF_PORT,
                    VERDICT_OF_PROTOCOL -> "map";
        };
    }

    /// Returns the lines that say what the elements are.
    public static List<String> header(Type type) {
        return switch (type) {
            case LINKS -> List.of("type ifname");
            case CHAIN_OF_LINK -> List.of("type ifname : verdict");
            case IDENTITY_OF_IPV4 -> List.of("type ipv4_addr : mark");
            case IDENTITY_OF_IPV4_BLOCK -> List.of("type ipv4_addr . inet_proto : mark", "flags interval");
            case IDENTITY_OF_IPV6 -> List.of("type ipv6_addr : mark");
            case IDENTITY_OF_IPV6_BLOCK -> List.of("type ipv6_addr . inet_proto : mark", "flags interval");
            case CLASS_OF_IDENTITY -> List.of("type mark : mark");
            case VERDICT_OF_PORT -> verdicts("inet_service . inet_proto . mark");
            case VERDICT_OF_PROTOCOL -> verdicts("inet_proto . mark");
            case IPV4_BLOCKS -> List.of("type ipv4_addr . inet_proto", "flags interval");
            case IPV6_BLOCKS -> List.of("type ipv6_addr . inet_proto", "flags interval");
            case PACE_OF_LINK ->
                List.of("type iface_index . iface_index", "size 65535", "flags dynamic,timeout", "timeout 1m");
            case SESSIONS_OF_LINK -> List.of("type iface_index . mark", "size " + QUOTA_PARTS_MAX, "flags dynamic");
        };
    }

    private static List<String> verdicts(String key) {
        return List.of("type " + key + " : verdict", "flags interval", "counter");
    }

    /// Returns the words that find an element.
    public static String key(Type type, Key key) {
        return switch (key) {
            case Key.LinkName(var name) -> "\"" + name + "\"";
            case Key.Addresses(var block) -> TestText.block(block) + (isOfHosts(type) ? "" : " . " + ANY_PROTOCOL);
            case Key.Numbers(var range) -> numbers(range);
            case Key.Carried(var first, var last, var classes) ->
                TestText.range(first.number(), last.number()) + " . " + numbers(classes);
            case Key.Box(var ports, var protocol, var classes) ->
                TestText.range(ports.first(), ports.last()) + " . " + protocol.number() + " . " + numbers(classes);
        };
    }

    /// Returns how an element is named in a command, from how it is printed.
    ///
    /// Implementation note: nftables 1.0.6 does not find an element of a concatenation of ranges
    /// again if none of its fields was told as a range.
    public static String spoken(String key) {
        int end = key.indexOf(" . ");
        return end < 0 || key.indexOf('-') >= 0 ? key : key.substring(0, end) + "-" + key;
    }

    private static boolean isOfHosts(Type type) {
        return type == Type.IDENTITY_OF_IPV4 || type == Type.IDENTITY_OF_IPV6;
    }

    /// Returns what follows the key in the text of an element; nothing in a set.
    public static String value(Value value) {
        return switch (value) {
            case Value.Present() -> "";
            case Value.Number(long number) -> " : " + number(number);
            case Value.Asks(var chain) -> " : jump " + Table.inKernel(chain);
            case Value.Goes(var chain) -> " counter : goto " + chain;
            case Value.Says(var direction, var verdict) -> {
                String does = verdict.action() == Action.ACCEPT
                        ? "return"
                        : "goto " + DenialText.chain(Denial.byPolicy(direction, verdict));
                yield " counter comment \"" + Comment.of(verdict) + "\" : " + does;
            }
        };
    }

    static String numbers(NumberRange range) {
        return range.first() == range.last()
                ? number(range.first())
                : number(range.first()) + "-" + number(range.last());
    }

    static String number(long number) {
        return String.format(Locale.ROOT, "0x%08x", number);
    }
}
