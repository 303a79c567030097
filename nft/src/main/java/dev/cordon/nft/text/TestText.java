package dev.cordon.nft.text;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpAddress;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One test as `nft list` prints it, so that what is read back can be compared as text.
///
/// The family is asked for by the version field: `meta nfproto` is left out of what is printed
/// where something else implies it.
public final class TestText {

    /// Only the fabric may set these marks; a guest cannot, because marks do not travel in packets.
    private static final int LOAD_BALANCER_MARK = 0xc0d1;

    private static final int PROBE_MARK = 0xc0d2;

    private static final Map<Integer, String> ICMPV6_NAMES = Map.ofEntries(
            Map.entry(2, "packet-too-big"),
            Map.entry(130, "mld-listener-query"),
            Map.entry(131, "mld-listener-report"),
            Map.entry(132, "mld-listener-done"),
            Map.entry(133, "nd-router-solicit"),
            Map.entry(134, "nd-router-advert"),
            Map.entry(135, "nd-neighbor-solicit"),
            Map.entry(136, "nd-neighbor-advert"),
            Map.entry(137, "nd-redirect"),
            Map.entry(143, "mld2-listener-report"));

    private TestText() {}

    static String of(Test test) {
        return switch (test) {
            case Test.Family(var family) -> family == AddressFamily.IPV4 ? "ip version 4" : "ip6 version 6";
            case Test.Layer4(var protocol) -> "meta l4proto " + protocol.number();
            case Test.Ports(var protocol, var side, var anyOf) ->
                protocol.toString().toLowerCase(java.util.Locale.ROOT)
                        + (side == Side.SOURCE ? " sport " : " dport ")
                        + ranges(anyOf);
            case Test.IcmpMessage message -> icmp(message);
            case Test.AddressInBlock(var side, var block) -> field(block.family(), side) + block(block);
            case Test.AddressInSet(var family, var side, var set) -> field(family, side) + ". meta l4proto @" + set;
            case Test.ClassIn(var anyOf) -> "meta mark " + classes(anyOf);
            case Test.LinkIn(var way, var set) -> link(way) + " @" + Table.inKernel(set);
            case Test.LinkNotIn(var way, var set) -> link(way) + " != @" + set;
            case Test.Marked(var mark) -> "meta mark " + String.format("0x%08x", number(mark));
            case Test.SentByOther(var mac) -> "ether saddr != " + mac;
            case Test.NeighbourMessage() -> "ip6 hoplimit 255 meta l4proto " + IpProtocol.ICMPV6.number();
            case Test.SpeaksOf(var block) -> spokenOf(block);
            case Test.ArpOfOther(var mac) -> "arp saddr ether != " + mac;
            case Test.ArpClaims(var block) -> "arp saddr ip " + block(block);
            case Test.ArpAsks() -> "arp operation request";
            case Test.State(var tracked) ->
                switch (tracked) {
                    case INVALID -> "ct state invalid";
                    case NOT_NEW -> "ct state != new";
                    case ESTABLISHED_OR_RELATED -> "ct state established,related";
                };
        };
    }

    private static String link(Test.Way way) {
        return way == Test.Way.IN ? "iifname" : "oifname";
    }

    /// The messages that lines name; nftables prints them by name and nothing else.
    private static String icmp(Test.IcmpMessage message) {
        if (message.equals(new Test.IcmpMessage(AddressFamily.IPV4, 3, 4, 4))) {
            return "icmp type destination-unreachable icmp code frag-needed";
        }
        String name = ICMPV6_NAMES.get(message.type());
        if (message.family() == AddressFamily.IPV4
                || message.codeFirst() != 0
                || message.codeLast() != 255
                || name == null) {
            throw new IllegalStateException("no words for `" + message + "`");
        }
        return "icmpv6 type " + name;
    }

    /// Behind the first eight bytes of a message, of which nftables 1.0.6 knows no name. It reads
    /// whole bytes, and prints a mask where they are not all meant.
    private static String spokenOf(CidrBlock block) {
        int lengthBytes = Math.ceilDiv(block.prefixLengthBits(), Byte.SIZE);
        int lengthBits = lengthBytes * Byte.SIZE;
        BigInteger all = BigInteger.ONE.shiftLeft(lengthBits).subtract(BigInteger.ONE);
        BigInteger mask =
                all.shiftRight(lengthBits - block.prefixLengthBits()).shiftLeft(lengthBits - block.prefixLengthBits());
        BigInteger wanted = bits(block.first()).shiftRight(block.family().lengthBits() - lengthBits);
        return "@th,64," + lengthBits + (mask.equals(all) ? " " : " & 0x" + mask.toString(16) + " == ") + "0x"
                + wanted.toString(16);
    }

    private static BigInteger bits(IpAddress address) {
        return switch (address) {
            case IpAddress.V4(int bits) -> BigInteger.valueOf(Integer.toUnsignedLong(bits));
            case IpAddress.V6(long high, long low) ->
                new BigInteger(
                        1,
                        ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(high)
                                .putLong(low)
                                .array());
        };
    }

    /// Returns the message of a name that lines may have.
    static Optional<Test> icmpv6(String name) {
        return ICMPV6_NAMES.entrySet().stream()
                .filter(named -> named.getValue().equals(name))
                .<Test>map(named -> new Test.IcmpMessage(AddressFamily.IPV6, named.getKey(), 0, 255))
                .findFirst();
    }

    private static String classes(List<NumberRange> anyOf) {
        return anyOf.size() == 1
                ? LookupText.numbers(anyOf.getFirst())
                : anyOf.stream().map(LookupText::numbers).sorted().collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String field(AddressFamily family, Side side) {
        return (family == AddressFamily.IPV4 ? "ip " : "ip6 ") + (side == Side.SOURCE ? "saddr " : "daddr ");
    }

    private static String ranges(List<PortRange> anyOf) {
        if (anyOf.size() == 1) {
            return range(anyOf.getFirst().first(), anyOf.getFirst().last());
        }
        return anyOf.stream()
                .map(range -> range(range.first(), range.last()))
                .sorted()
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    static String range(int first, int last) {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }

    /// Returns the number that the fabric marks a packet with.
    public static int number(Mark mark) {
        return switch (mark) {
            case NONE -> 0;
            case LOAD_BALANCER -> LOAD_BALANCER_MARK;
            case PLATFORM_PROBE -> PROBE_MARK;
        };
    }

    /// Returns what the fabric means by a number; nothing by one that is not its own.
    public static Mark mark(long number) {
        return Stream.of(Mark.values())
                .filter(mark -> number(mark) == number)
                .findFirst()
                .orElse(Mark.NONE);
    }

    /// A block of one address is printed without its length.
    static String block(CidrBlock block) {
        boolean single = block.prefixLengthBits() == block.family().lengthBits();
        return single ? address(block.first()) : address(block.first()) + "/" + block.prefixLengthBits();
    }

    /// The C library prints the last half of some IPv6 addresses as IPv4.
    private static String address(IpAddress address) {
        return switch (address) {
            case IpAddress.V4 v4 -> v4.toString();
            case IpAddress.V6(long high, long low) -> {
                boolean mapped = high == 0 && low >>> 32 == 0xffffL;
                boolean compatible = high == 0 && low >>> 32 == 0 && low >>> 16 != 0;
                String dotted = new IpAddress.V4((int) low).toString();
                yield mapped ? "::ffff:" + dotted : compatible ? "::" + dotted : address.toString();
            }
        };
    }
}
