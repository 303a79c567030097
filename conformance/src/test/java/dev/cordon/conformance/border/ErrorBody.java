package dev.cordon.conformance.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.conformance.border.Caller.Answer;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/// The fields of an error, whichever form they came in.
record ErrorBody(SortedMap<String, String> fields) {

    private static final List<String> FIELDS = List.of("RequestId", "HostId", "Code", "Message", "Recommend");

    static ErrorBody read(Answer answer) {
        return switch (answer.contentType()) {
            case "application/json;charset=utf-8" -> json(answer);
            case "text/xml;charset=utf-8" -> xml(answer);
            default -> throw new AssertionError("`" + answer.contentType() + "` of " + answer.body());
        };
    }

    private static ErrorBody json(Answer answer) {
        SortedMap<String, String> fields = new TreeMap<>();
        List<String> order = new ArrayList<>();
        answer.json().properties().forEach(member -> {
            order.add(member.getKey());
            fields.put(member.getKey(), member.getValue().asString());
        });
        assertEquals(FIELDS, order);
        return new ErrorBody(fields);
    }

    private static ErrorBody xml(Answer answer) {
        Element root = root(answer.body());
        assertEquals("Error", root.getTagName());
        SortedMap<String, String> fields = new TreeMap<>();
        List<String> order = new ArrayList<>();
        for (Node field = root.getFirstChild(); field != null; field = field.getNextSibling()) {
            order.add(field.getNodeName());
            fields.put(field.getNodeName(), field.getTextContent());
        }
        assertEquals(FIELDS, order);
        return new ErrorBody(fields);
    }

    private static Element root(String text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (Exception malformed) {
            throw new AssertionError(text, malformed);
        }
    }

    String code() {
        return fields.get("Code");
    }

    String message() {
        return fields.get("Message");
    }

    /// @param host that was called
    void assertComplete(String host) {
        assertThat(fields.get("RequestId")).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
        assertEquals(host, fields.get("HostId"));
        assertThat(message()).isNotBlank();
        assertThat(fields.get("Recommend")).contains(code());
    }
}
