package dev.serai.engine.enterprise.transformation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Where an output differs from the sample that it must equal: JSON and XML by their content, anything else line by line. */
final class SampleDifference {

    private SampleDifference() {}

    /** The first difference in a sentence; empty when there is none. */
    static String first(Path expected, byte[] output) {
        byte[] wanted = read(expected);
        String name = expected.toFile().getName();
        if (Arrays.equals(wanted, output)) {
            return "";
        }
        try {
            if (name.endsWith(".json")) {
                return JsonDifference.first(Json.MAPPER.readTree(wanted), Json.MAPPER.readTree(output))
                        .orElse("");
            }
            if (name.endsWith(".xml")) {
                return sameXml(wanted, output) ? "" : lines(wanted, output);
            }
        } catch (IOException | SAXException e) {
            return name + " or the output cannot be read: " + e.getMessage();
        }
        return lines(wanted, output);
    }

    private static String lines(byte[] wanted, byte[] output) {
        List<String> expected = lines(wanted);
        List<String> actual = lines(output);
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String one = i < expected.size() ? "\"" + expected.get(i) + "\"" : "nothing";
            String other = i < actual.size() ? "\"" + actual.get(i) + "\"" : "nothing";
            if (!one.equals(other)) {
                return "line " + (i + 1) + ": expected " + one + ", was " + other;
            }
        }
        return "";
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).strip().lines().toList();
    }

    /** White space between elements, the order of attributes and prefixes' declarations do not count. */
    private static boolean sameXml(byte[] wanted, byte[] output) throws IOException, SAXException {
        return normal(wanted).isEqualNode(normal(output));
    }

    private static Document normal(byte[] xml) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            dropBlanks(document);
            document.normalizeDocument();
            return document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's parser has these features", e);
        }
    }

    private static void dropBlanks(Node node) {
        NodeList children = node.getChildNodes();
        boolean hasElements = false;
        for (int i = 0; i < children.getLength(); i++) {
            hasElements |= children.item(i).getNodeType() == Node.ELEMENT_NODE;
        }
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (hasElements
                    && child.getNodeType() == Node.TEXT_NODE
                    && child.getTextContent().isBlank()) {
                node.removeChild(child);
            } else {
                dropBlanks(child);
            }
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
