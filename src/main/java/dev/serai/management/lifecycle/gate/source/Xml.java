package dev.serai.management.lifecycle.gate.source;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads XML into elements that know their place. Refuses DOCTYPE, so that nothing outside the file is ever read. */
final class Xml {

    private static final String NAMESPACE = "xmlns";
    private static final XMLInputFactory FACTORY = factory();

    private final String path;
    private final String text;
    private final Problems problems;

    private Xml(String path, String text, Problems problems) {
        this.path = path;
        this.text = text;
        this.problems = problems;
    }

    /** The root element; empty when the file cannot be read, which is then told. */
    static Optional<DslNode> read(String path, String text, Problems problems) {
        if (text.isBlank()) {
            problems.error(Place.of(path), "the file is empty", "write a route into it, or remove it");
            return Optional.empty();
        }
        return new Xml(path, text, problems).root();
    }

    /** The namespace the root element is in; empty when it is in none. */
    static String namespace(DslNode root) {
        return root.attribute(NAMESPACE).map(Text::value).orElse("");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Optional<DslNode> root() {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            try {
                return elements(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            problems.error(placeOf(e), "not valid XML: " + plain(e), "check the tag here and the ones around it");
            return Optional.empty();
        }
    }

    private Optional<DslNode> elements(XMLStreamReader reader) throws XMLStreamException {
        DslNode root = null;
        DslNode at = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    problems.error(
                            placeAt(text.indexOf("<!DOCTYPE")),
                            "a DOCTYPE is not allowed: it could read files and addresses of the server",
                            "remove it");
                    return Optional.empty();
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    at = element(reader, at);
                    root = root == null ? at : root;
                }
                case XMLStreamConstants.END_ELEMENT ->
                    at = at == null ? null : at.parent().orElse(null);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(reader, at);
                default -> {
                    // comments and processing instructions say nothing
                }
            }
        }
        return Optional.ofNullable(root);
    }

    private DslNode element(XMLStreamReader reader, @Nullable DslNode parent) {
        int end = Math.min(reader.getLocation().getCharacterOffset(), text.length());
        int start = Math.max(0, text.lastIndexOf('<', end - 1));
        DslNode node = new DslNode(nameOf(reader, parent), placeAt(start), parent);
        if (parent == null && reader.getNamespaceURI() != null) {
            node.attribute(NAMESPACE, new Text(reader.getNamespaceURI(), node.place(), false));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String key = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            int name = text.indexOf(key + "=", start);
            int quote = name < 0 || name > end ? start : name + key.length() + 2;
            node.attribute(key, new Text(value, placeAt(quote), value.indexOf('\n') < 0));
        }
        return node;
    }

    private static String nameOf(XMLStreamReader reader, @Nullable DslNode parent) {
        String name = reader.getLocalName();
        boolean declaration = parent != null
                && (parent.name().equals("beans") || parent.name().equals("camel"));
        return declaration && name.equals("bean") ? "beans" : name;
    }

    private void characters(XMLStreamReader reader, @Nullable DslNode at) {
        String content = reader.getText();
        if (at == null || content.isBlank() || !at.children().isEmpty()) {
            return;
        }
        int end = Math.min(reader.getLocation().getCharacterOffset(), text.length());
        int start = text.lastIndexOf(content.strip(), end);
        Place place = start < 0 ? at.place() : placeAt(start);
        at.inline(new Text(content.strip(), place, start >= 0 && content.strip().indexOf('\n') < 0));
    }

    private Place placeAt(int offset) {
        int line = 1;
        int lineStart = 0;
        for (int next = text.indexOf('\n'); next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) {
            line++;
            lineStart = next + 1;
        }
        return new Place(path, line, offset - lineStart + 1);
    }

    private Place placeOf(XMLStreamException e) {
        return e.getLocation() == null
                ? Place.of(path)
                : new Place(
                        path, e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
    }

    private static String plain(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int detail = message.indexOf("Message: ");
        String plain = detail < 0 ? message : message.substring(detail + "Message: ".length());
        return plain.strip().replaceAll("\\.$", "").replace('\n', ' ');
    }
}
