package dev.cordon.ecs.http;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/// An answer as XML: members become elements, and a list becomes its element several times.
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();

    private Xml() {}

    static String print(String root, JsonNode body) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = FACTORY.createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
            write(out, root, body);
            out.writeEndDocument();
            out.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(XMLStreamWriter out, String name, JsonNode node) throws XMLStreamException {
        if (node.isArray()) {
            for (JsonNode entry : node) {
                write(out, name, entry);
            }
            return;
        }
        out.writeStartElement(name);
        if (node.isObject()) {
            for (var member : node.properties()) {
                write(out, member.getKey(), member.getValue());
            }
        } else {
            out.writeCharacters(legal(node.asString()));
        }
        out.writeEndElement();
    }

    /// Leaves out what XML 1.0 has no way to write.
    ///
    /// @spec https://www.w3.org/TR/xml/#charsets Characters
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= ' ' && c <= 0xd7ff
                        || c >= 0xe000 && c <= 0xfffd
                        || c > 0xffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
