package dev.cordon.nft.text;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.net.IpProtocol;
import dev.cordon.model.net.Mark;
import dev.cordon.model.net.PortRange;
import dev.cordon.nft.ruleset.NumberRange;
import dev.cordon.nft.ruleset.Test;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the tests at the beginning of a line that `nft list` has printed. What it makes of them is
/// right if they are printed the same again.
final class TestReader {

    private record Form(Pattern pattern, Function<MatchResult, Optional<Test>> reads) {}

    private static final String NAME = "@([^ ]+)";
    private static final String VALUES = "(\\{ [^{}]* }|[^ {}]+)";

    private static final List<Form> FORMS = List.of(
            form("ip version 4", found -> Optional.of(new Test.Family(AddressFamily.IPV4))),
            form("ip6 version 6", found -> Optional.of(new Test.Family(AddressFamily.IPV6))),
            form("meta l4proto ([0-9]{1,3})", found -> protocol(found.group(1)).map(Test.Layer4::new)),
            form("(tcp|udp) (sport|dport) " + VALUES, TestReader::ports),
            form(
                    "icmp type destination-unreachable icmp code frag-needed",
                    found -> Optional.of(new Test.IcmpMessage(AddressFamily.IPV4, 3, 4, 4))),
            form("icmpv6 type ([a-z0-9-]+)", found -> TestText.icmpv6(found.group(1))),
            form("(ip6?) (saddr|daddr) \\. meta l4proto " + NAME, TestReader::inSet),
            form("(ip6?) (saddr|daddr) ([0-9a-f.:/]+)", TestReader::inBlock),
            form("meta mark (?!set )" + VALUES, TestReader::mark),
            form("(i|o)ifname " + NAME, TestReader::link),
            form("ct state invalid", found -> Optional.of(new Test.State(Test.Tracked.INVALID))),
            form(
                    "ct state established,related",
                    found -> Optional.of(new Test.State(Test.Tracked.ESTABLISHED_OR_RELATED))));

    /// @param ending what follows the tests
    record Read(List<Test> tests, String ending) {}

    private TestReader() {}

    private static Form form(String pattern, Function<MatchResult, Optional<Test>> reads) {
        return new Form(Pattern.compile(pattern + " "), reads);
    }

    /// Returns the tests as far as they can be read.
    static Read read(String line) {
        List<Test> tests = new ArrayList<>();
        String rest = line;
        boolean more = true;
        while (more) {
            more = false;
            for (Form form : FORMS) {
                Matcher found = form.pattern().matcher(rest);
                Optional<Test> test = found.lookingAt() ? form.reads().apply(found) : Optional.empty();
                if (test.isPresent()) {
                    tests.add(test.get());
                    rest = rest.substring(found.end());
                    more = true;
                }
            }
        }
        return new Read(tests, rest);
    }

    private static Optional<Test> ports(MatchResult found) {
        IpProtocol protocol = found.group(1).equals("tcp") ? IpProtocol.TCP : IpProtocol.UDP;
        Side side = found.group(2).equals("sport") ? Side.SOURCE : Side.DESTINATION;
        return all(found.group(3), TestReader::portRange).map(ranges -> new Test.Ports(protocol, side, ranges));
    }

    private static Optional<Test> inSet(MatchResult found) {
        return Optional.of(new Test.AddressInSet(family(found), side(found), found.group(3)));
    }

    private static Optional<Test> inBlock(MatchResult found) {
        return CidrBlock.parse(found.group(3))
                .filter(block -> block.family() == family(found))
                .map(block -> new Test.AddressInBlock(side(found), block));
    }

    private static AddressFamily family(MatchResult found) {
        return found.group(1).equals("ip") ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }

    private static Side side(MatchResult found) {
        return found.group(2).equals("saddr") ? Side.SOURCE : Side.DESTINATION;
    }

    private static Optional<Test> mark(MatchResult found) {
        Optional<Mark> mark = numbers(found.group(1))
                .flatMap(range -> Stream.of(Mark.values())
                        .filter(some -> range.equals(NumberRange.of(TestText.number(some))))
                        .findFirst());
        return mark.<Test>map(Test.Marked::new)
                .or(() -> all(found.group(1), TestReader::numbers).map(Test.ClassIn::new));
    }

    private static Optional<Test> link(MatchResult found) {
        return Optional.of(new Test.LinkIn(found.group(1).equals("i") ? Test.Way.IN : Test.Way.OUT, found.group(2)));
    }

    /// Returns all values in braces, or the one that stands alone; nothing if one cannot be read.
    private static <T> Optional<List<T>> all(String text, Function<String, Optional<T>> reads) {
        String[] words = text.replaceAll("[{} ]", "").split(",");
        List<T> values =
                Stream.of(words).flatMap(word -> reads.apply(word).stream()).toList();
        return Optional.of(values).filter(read -> read.size() == words.length);
    }

    static Optional<IpProtocol> protocol(String text) {
        return number(text, 10, IpProtocol.NUMBER_MAX).map(number -> new IpProtocol(Math.toIntExact(number)));
    }

    /// Protocols from a first to a last one.
    record ProtocolRange(IpProtocol first, IpProtocol last) {}

    static Optional<ProtocolRange> protocols(String text) {
        return range(text, 10, IpProtocol.NUMBER_MAX)
                .map(range -> new ProtocolRange(
                        new IpProtocol(Math.toIntExact(range.first())), new IpProtocol(Math.toIntExact(range.last()))));
    }

    static Optional<PortRange> portRange(String text) {
        return range(text, 10, PortRange.PORT_MAX)
                .map(range -> new PortRange(Math.toIntExact(range.first()), Math.toIntExact(range.last())));
    }

    /// Reads `0x00000001` or `0x00000001-0x00000002`.
    static Optional<NumberRange> numbers(String text) {
        return range(text.replace("0x", ""), 16, 0xffff_ffffL);
    }

    static Optional<NumberRange> range(String text, int radix, long max) {
        int dash = text.indexOf('-');
        Optional<Long> first = number(dash < 0 ? text : text.substring(0, dash), radix, max);
        Optional<Long> last = dash < 0 ? first : number(text.substring(dash + 1), radix, max);
        return first.flatMap(low -> last.filter(high -> low <= high).map(high -> new NumberRange(low, high)));
    }

    private static Optional<Long> number(String text, int radix, long max) {
        try {
            return Optional.of(Long.parseLong(text, radix)).filter(number -> 0 <= number && number <= max);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
