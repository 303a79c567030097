package dev.cordon.nft.text;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Action;
import dev.cordon.nft.ruleset.Chain;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Ending.Query;
import dev.cordon.nft.ruleset.Hook;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Table;
import dev.cordon.nft.ruleset.Test.Side;
import dev.cordon.nft.ruleset.Test.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Chains and their lines as `nft list` prints them, so that what is read back can be compared as
/// text.
public final class LineText {

    /// How much of a dropped packet is told: the headers that say what it was.
    private static final int TOLD_BYTES = 128;

    private static final Pattern BRACES = Pattern.compile("\\{ ([^{}]*, [^{}]*) }");

    private LineText() {}

    /// Returns the lines of a chain; the first one of a base chain says where it is asked.
    public static List<String> lines(Chain chain) {
        List<String> lines = new ArrayList<>();
        chain.hook().map(LineText::hook).ifPresent(lines::add);
        chain.lines().stream().map(LineText::line).forEach(lines::add);
        return lines;
    }

    static String hook(Hook hook) {
        return "type filter hook " + hook.point() + " priority " + hook.priority() + "; policy accept;";
    }

    static String line(Line line) {
        StringBuilder text = new StringBuilder();
        line.tests().forEach(test -> text.append(TestText.of(test)).append(' '));
        return text.append(ending(line.ending())).toString();
    }

    private static String ending(Ending ending) {
        return switch (ending) {
            case Ending.Says(var direction, var verdict) ->
                (verdict.action() == Action.ACCEPT
                                ? "return"
                                : "goto " + DenialText.chain(Denial.byPolicy(direction, verdict)))
                        + comment(Comment.of(verdict));
            case Ending.Remembers(var says) -> "ct mark set meta mark " + ending(says);
            case Ending.Accepts(var why) -> "accept" + comment(why);
            case Ending.Returns(var why) -> "return" + comment(why);
            case Ending.Denies(var denial) ->
                "goto " + DenialText.chain(denial)
                        + comment(DenialText.stage(denial.cause()).name());
            case Ending.Drops() -> "counter drop";
            case Ending.Tells(var denial) -> tells(denial);
            case Ending.Goes(var chain) -> "goto " + Table.inKernel(chain);
            case Ending.Asks(var chain) -> "jump " + Table.inKernel(chain);
            case Ending.Marks(long number) -> "meta mark set " + LookupText.number(number);
            case Ending.MarksAddress(var family, var side, var map) ->
                "meta mark set " + address(family, side) + " map @" + map;
            case Ending.MarksBlock(var family, var side, var map) ->
                "meta mark set " + address(family, side) + " . meta l4proto map @" + map;
            case Ending.MarksClass(var map) -> "meta mark set meta mark map @" + map;
            case Ending.Counts counts -> counts(counts);
            case Ending.Keeps(var timeout) -> "ct timeout set \"" + TimeoutText.name(timeout) + "\"";
            case Ending.Looks(var query, var map) -> query(query) + " vmap @" + Table.inKernel(map);
        };
    }

    private static String comment(String words) {
        return " comment \"" + words + "\"";
    }

    /// A session that has its place in the table goes on, even if nobody has answered yet: the
    /// kernel counts those that it has refused for a while too.
    private static String counts(Ending.Counts counts) {
        return "ct status ! confirmed add @" + LookupText.SESSIONS_OF_LINK + " { "
                + (counts.way() == Way.IN ? "iif" : "oif")
                + " . jhash ct id mod " + counts.quota().partCount() + " ct count over "
                + counts.quota().ofPart() + " } " + ending(new Ending.Denies(counts.denial()));
    }

    /// One link that is denied much does not hide what others are denied.
    private static String tells(Denial denial) {
        return "update @told_links { iif . oif limit rate 50/second burst 100 packets } log prefix \""
                + DenialText.prefix(denial).text() + "\" group " + LogPrefix.GROUP + " snaplen " + TOLD_BYTES;
    }

    private static String address(AddressFamily family, Side side) {
        return (family == AddressFamily.IPV4 ? "ip " : "ip6 ") + (side == Side.SOURCE ? "saddr" : "daddr");
    }

    private static String query(Query query) {
        return switch (query) {
            case LINK_IN -> "iifname";
            case LINK_OUT -> "oifname";
            case PORT_PROTOCOL_CLASS -> "th dport . meta l4proto . meta mark";
            case PROTOCOL_CLASS -> "meta l4proto . meta mark";
        };
    }

    /// Returns a line with what stands in braces in one order: nft prints it in that of a hash.
    static String sorted(String line) {
        return BRACES.matcher(line).replaceAll(LineText::sorted);
    }

    private static String sorted(MatchResult braces) {
        return Stream.of(braces.group(1).split(", ")).sorted().collect(Collectors.joining(", ", "{ ", " }"));
    }
}
