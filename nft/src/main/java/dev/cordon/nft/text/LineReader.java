package dev.cordon.nft.text;

import dev.cordon.model.net.AddressFamily;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.verdict.Verdict;
import dev.cordon.nft.ruleset.Denial;
import dev.cordon.nft.ruleset.Denial.Cause;
import dev.cordon.nft.ruleset.Ending;
import dev.cordon.nft.ruleset.Ending.Query;
import dev.cordon.nft.ruleset.Line;
import dev.cordon.nft.ruleset.Ruleset;
import dev.cordon.nft.ruleset.Test.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads lines of a chain that `nft list` has printed.
///
/// What is read must be printed the same again, but for counters and for comments, which no packet
/// notices: a line that we take for something else than the kernel does is so not read at all.
final class LineReader {

    private static final Pattern COMMENT = Pattern.compile(" comment \"([^\"]*)\"$");
    private static final Pattern COUNTER = Pattern.compile("\\bcounter(?: |$)");
    private static final Pattern NUMBER = Pattern.compile("meta mark set (0x[0-9a-f]{8})");
    private static final Pattern ADDRESS =
            Pattern.compile("meta mark set (ip6?) (saddr|daddr)( \\. meta l4proto)? map @([^ ]+)");
    private static final Pattern CLASS = Pattern.compile("meta mark set meta mark map @([^ ]+)");
    private static final Pattern LOOK = Pattern.compile("(.+) vmap @([^ ]+)");
    private static final Pattern LOG = Pattern.compile(".* log prefix \"([^\"]*)\" .*");
    private static final Pattern CHAIN = Pattern.compile("(goto|jump) ([^ ]+)");

    private final Vocabulary vocabulary;
    private final Set<String> dropping = new HashSet<>();
    private final Map<String, Line> lowered = new HashMap<>();

    /// @param listing in which a chain of denials counts as one only if it drops
    /// @param lowered whose lines mean what they mean there, wherever they stand
    LineReader(Vocabulary vocabulary, Listing listing, Ruleset lowered) {
        this.vocabulary = vocabulary;
        lowered.chains().values().stream()
                .flatMap(chain -> chain.lines().stream())
                .forEach(line -> this.lowered.put(plain(LineText.line(line)), line));
        listing.chains()
                .forEach((name, lines) -> vocabulary
                        .denial(name)
                        .filter(denial -> lines.equals(LineText.lines(DenialText.made(denial))))
                        .ifPresent(denial -> dropping.add(name)));
    }

    /// @param chain in which the line stands
    /// @return nothing if the line is none that we understand
    Optional<Line> read(String chain, String text) {
        String plain = plain(text);
        TestReader.Read tests = TestReader.read(plain);
        return ending(chain, tests.ending(), comment(text))
                .map(ending -> new Line(tests.tests(), ending))
                .filter(line -> plain(LineText.line(line)).equals(plain))
                .or(() -> Optional.ofNullable(lowered.get(plain)));
    }

    static String plain(String text) {
        String quiet = COUNTER.matcher(COMMENT.matcher(text).replaceFirst("")).replaceAll("");
        return LineText.sorted(quiet.strip());
    }

    private static String comment(String text) {
        Matcher found = COMMENT.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private Optional<Ending> ending(String chain, String text, String comment) {
        return switch (text) {
            case "return" -> Optional.of(returns(chain, comment));
            case "ct mark set meta mark return" ->
                vocabulary
                        .verdict(Action.ACCEPT, comment)
                        .map(verdict -> new Ending.Remembers(new Ending.Says(direction(chain), verdict)));
            case "accept" -> Optional.of(new Ending.Accepts(comment));
            case "drop" -> Optional.of(new Ending.Drops());
            default -> longer(text, comment);
        };
    }

    private Ending returns(String chain, String comment) {
        return vocabulary
                .verdict(Action.ACCEPT, comment)
                .<Ending>map(verdict -> new Ending.Says(direction(chain), verdict))
                .orElseGet(() -> new Ending.Returns(comment));
    }

    /// The text of an accept is the same in both directions; chains are named after theirs.
    static Direction direction(String name) {
        return name.contains("/egress") ? Direction.EGRESS : Direction.INGRESS;
    }

    private Optional<Ending> longer(String text, String comment) {
        return List.<BiFunction<String, String, Optional<Ending>>>of(
                        (words, said) -> found(NUMBER, words)
                                .flatMap(found -> TestReader.numbers(found.group(1)))
                                .map(range -> new Ending.Marks(range.first())),
                        (words, said) -> found(ADDRESS, words).map(LineReader::address),
                        (words, said) -> found(CLASS, words).map(found -> new Ending.MarksClass(found.group(1))),
                        (words, said) -> found(LOOK, words).flatMap(LineReader::looks),
                        (words, said) -> found(LOG, words).flatMap(found -> tells(found.group(1))),
                        (words, said) -> found(CHAIN, words).map(found -> leads(found, said)))
                .stream()
                .flatMap(reads -> reads.apply(text, comment).stream())
                .findFirst();
    }

    private static Optional<MatchResult> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static Ending address(MatchResult found) {
        AddressFamily family = found.group(1).equals("ip") ? AddressFamily.IPV4 : AddressFamily.IPV6;
        Side side = found.group(2).equals("saddr") ? Side.SOURCE : Side.DESTINATION;
        return found.group(3) == null
                ? new Ending.MarksAddress(family, side, found.group(4))
                : new Ending.MarksBlock(family, side, found.group(4));
    }

    private static Optional<Ending> looks(MatchResult found) {
        Optional<Query> query = switch (found.group(1)) {
            case "iifname" -> Optional.of(Query.LINK_IN);
            case "oifname" -> Optional.of(Query.LINK_OUT);
            case "th dport . meta l4proto . meta mark" -> Optional.of(Query.PORT_PROTOCOL_CLASS);
            case "meta l4proto . meta mark" -> Optional.of(Query.PROTOCOL_CLASS);
            default -> Optional.empty();
        };
        return query.map(asked -> new Ending.Looks(asked, found.group(2)));
    }

    private Optional<Ending> tells(String prefix) {
        return vocabulary.denial(DenialText.chain(prefix)).map(Ending.Tells::new);
    }

    private Ending leads(MatchResult found, String comment) {
        String chain = found.group(2);
        if (found.group(1).equals("jump")) {
            return new Ending.Asks(chain);
        }
        return denial(chain).map(denial -> denies(denial, comment)).orElseGet(() -> new Ending.Goes(chain));
    }

    /// Returns what a chain denies, if it drops what comes to it.
    Optional<Denial> denial(String chain) {
        return dropping.contains(chain) ? vocabulary.denial(chain) : Optional.empty();
    }

    private Ending denies(Denial denial, String comment) {
        return said(denial, comment)
                .<Ending>map(verdict -> new Ending.Says(denial.direction(), verdict))
                .orElseGet(() -> new Ending.Denies(denial));
    }

    /// Returns the verdict of a comment that leads to the chain of its own denial.
    Optional<Verdict> said(Denial denial, String comment) {
        return denial.cause() instanceof Cause.Policy
                ? vocabulary.verdict(Action.DROP, comment).filter(verdict -> leadsTo(denial, verdict))
                : Optional.empty();
    }

    private static boolean leadsTo(Denial denial, Verdict verdict) {
        return DenialText.chain(Denial.byPolicy(denial.direction(), verdict)).equals(DenialText.chain(denial));
    }
}
