package dev.cordon.nft.text;

import dev.cordon.model.net.CidrBlock;
import dev.cordon.model.policy.Action;
import dev.cordon.nft.ruleset.Key;
import dev.cordon.nft.ruleset.Lookup.Element;
import dev.cordon.nft.ruleset.Lookup.Type;
import dev.cordon.nft.ruleset.Lookup.Value;
import dev.cordon.nft.ruleset.NumberRange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads elements of one set or map that `nft list` has printed. As with lines, what is read must
/// be printed the same again.
final class ElementReader {

    private static final Pattern COMMENT = Pattern.compile(" comment \"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("\"([A-Za-z0-9._@-]{1,15})\"");

    private final LineReader lines;
    private final Vocabulary vocabulary;
    private final String name;
    private final Type type;

    /// @param lines which know the chains
    /// @param name of the set or map
    ElementReader(LineReader lines, Vocabulary vocabulary, String name, Type type) {
        this.lines = lines;
        this.vocabulary = vocabulary;
        this.name = name;
        this.type = type;
    }

    /// Returns what a set or map is, by what is printed of it.
    static Optional<Type> type(Listing.Collected collected) {
        return Arrays.stream(Type.values())
                .filter(type -> LookupText.kind(type).equals(collected.kind())
                        && LookupText.header(type).equals(collected.header()))
                .findFirst();
    }

    Optional<Element> read(String key, String rest) {
        return key(key).filter(read -> LookupText.key(type, read).equals(key))
                .flatMap(read -> value(rest)
                        .filter(value -> plain(LookupText.value(value)).equals(plain(rest)))
                        .map(value -> new Element(read, value)));
    }

    private static String plain(String rest) {
        return COMMENT.matcher(rest).replaceFirst("").replace(" counter", "");
    }

    private Optional<Key> key(String text) {
        List<String> fields = List.of(text.split(" \\. "));
        return switch (type) {
            case LINKS, CHAIN_OF_LINK -> {
                Matcher link = LINK.matcher(text);
                yield link.matches() ? Optional.of(new Key.LinkName(link.group(1))) : Optional.empty();
            }
            case IDENTITY_OF_IPV4,
                    IDENTITY_OF_IPV6,
                    IDENTITY_OF_IPV4_BLOCK,
                    IDENTITY_OF_IPV6_BLOCK,
                    IPV4_BLOCKS,
                    IPV6_BLOCKS -> CidrBlock.parse(fields.getFirst()).map(Key.Addresses::new);
            case CLASS_OF_IDENTITY -> TestReader.numbers(text).map(Key.Numbers::new);
            case VERDICT_OF_PORT -> fields.size() == 3 ? box(fields) : Optional.empty();
            case VERDICT_OF_PROTOCOL -> fields.size() == 2 ? carried(fields) : Optional.empty();
            case PACE_OF_LINK, SESSIONS_OF_LINK -> Optional.empty();
        };
    }

    private static Optional<Key> box(List<String> fields) {
        return TestReader.portRange(fields.get(0))
                .flatMap(ports -> TestReader.protocol(fields.get(1))
                        .flatMap(protocol -> TestReader.numbers(fields.get(2))
                                .map(classes -> new Key.Box(ports, protocol, classes))));
    }

    private static Optional<Key> carried(List<String> fields) {
        return TestReader.protocols(fields.get(0))
                .flatMap(protocols -> TestReader.numbers(fields.get(1))
                        .map(classes -> new Key.Carried(protocols.first(), protocols.last(), classes)));
    }

    private Optional<Value> value(String rest) {
        int colon = rest.indexOf(" : ");
        if (colon < 0) {
            return Optional.of(new Value.Present());
        }
        Matcher found = COMMENT.matcher(rest);
        String comment = found.find() ? found.group(1) : "";
        String does = rest.substring(rest.lastIndexOf(" : ") + 3);
        return switch (type) {
            case CHAIN_OF_LINK -> does.startsWith("jump ") ? Optional.of(new Value.Asks(does.substring(5))) : none();
            case VERDICT_OF_PORT, VERDICT_OF_PROTOCOL -> verdict(does, comment);
            case IDENTITY_OF_IPV4,
                    IDENTITY_OF_IPV6,
                    IDENTITY_OF_IPV4_BLOCK,
                    IDENTITY_OF_IPV6_BLOCK,
                    CLASS_OF_IDENTITY ->
                TestReader.numbers(does).map(NumberRange::first).map(Value.Number::new);
            case LINKS, IPV4_BLOCKS, IPV6_BLOCKS, PACE_OF_LINK, SESSIONS_OF_LINK -> none();
        };
    }

    private static Optional<Value> none() {
        return Optional.empty();
    }

    private Optional<Value> verdict(String does, String comment) {
        if (does.equals("return")) {
            return vocabulary
                    .verdict(Action.ACCEPT, comment)
                    .map(verdict -> new Value.Says(LineReader.direction(name), verdict));
        }
        if (!does.startsWith("goto ")) {
            return none();
        }
        String chain = does.substring(5);
        return lines.denial(chain)
                .flatMap(denial ->
                        lines.said(denial, comment).<Value>map(verdict -> new Value.Says(denial.direction(), verdict)))
                .or(() -> Optional.of(new Value.Goes(chain)));
    }
}
