package dev.cordon.wire;

import dev.cordon.wire.Parsed.Bad;
import dev.cordon.wire.Parsed.Ok;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON text, read within limits and written the same way each time.
///
/// Strict RFC 8259: no comments, no second member of one name, nothing behind the end. Written text
/// keeps characters as they are, without escapes that are not needed.
///
/// @spec https://www.rfc-editor.org/rfc/rfc8259 The JavaScript Object Notation data interchange
///     format
public final class Json {

    /// Longest text, in UTF-16 units: the export of a state of some hundred thousand rules.
    public static final int TEXT_LENGTH_MAX = 256 << 20;

    /// Deepest nesting. No form of ours goes deeper than six.
    public static final int DEPTH_MAX = 32;

    private static final int STRING_LENGTH_MAX = 65_536;
    private static final int NAME_LENGTH_MAX = 256;
    private static final int NUMBER_LENGTH_MAX = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxStringLength(STRING_LENGTH_MAX)
                            .maxNameLength(NAME_LENGTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .build())
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            // a double would make other numbers of some, and text of those that are beyond it
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectWriter PRETTY = MAPPER.writer().with(prettyPrinter());

    private Json() {}

    /// Reads one JSON value.
    public static Parsed<JsonNode> parse(String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            return new Bad<>("json of `" + text.length() + "` characters, limit " + TEXT_LENGTH_MAX);
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            return node.isMissingNode() ? new Bad<>("no json") : new Ok<>(node);
        } catch (StreamConstraintsException e) {
            return new Bad<>("json beyond a limit of size or depth");
        } catch (JacksonException e) {
            return new Bad<>("not json, or a name twice in one object" + where(e));
        }
    }

    /// Returns the text in one line, without spaces.
    public static String print(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /// Returns the text for people: indented by two, one member a line, ended by a line feed.
    public static String printPretty(JsonNode node) {
        return PRETTY.writeValueAsString(node) + "\n";
    }

    /// Returns an object without members; those that are put stay in the order of putting.
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Not every exception has a location.
    private static String where(JacksonException e) {
        return Optional.ofNullable(e.getLocation())
                .map(location -> ", at line " + location.getLineNr() + ", column " + location.getColumnNr())
                .orElse("");
    }

    private static PrettyPrinter prettyPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectNameValueSpacing(Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }
}
