package dev.serai.management.lifecycle.test;

import dev.serai.foundation.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes reports in the form that build servers read: {@code TEST-orders.xml} for the integration orders. */
public final class JUnitXml {

    private final TestReport report;

    private JUnitXml(TestReport report) {
        this.report = report;
    }

    /**
     * @param folder made when it is not there
     * @return the file
     * @throws IOException when it cannot be written
     */
    public static Path write(TestReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("TEST-" + report.integration() + ".xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new JUnitXml(report).suite(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return file;
    }

    private void suite(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", report.integration());
        xml.writeAttribute(
                "tests",
                String.valueOf(report.results().size() + report.findings().size()));
        xml.writeAttribute("failures", String.valueOf(report.failed()));
        xml.writeAttribute("errors", String.valueOf(report.findings().size()));
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", seconds(report.duration()));
        for (Finding finding : report.findings()) {
            mistake(xml, finding);
        }
        for (TestResult result : report.results()) {
            test(xml, result);
        }
        xml.writeEndDocument();
    }

    private void mistake(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
        open(xml, "the test file can be read (" + finding.place() + ")", finding.file(), finding.line(), Duration.ZERO);
        xml.writeStartElement("error");
        xml.writeAttribute("message", printable(finding.sentence()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void test(XMLStreamWriter xml, TestResult result) throws XMLStreamException {
        open(xml, result.name(), result.file(), result.line(), result.duration());
        if (!result.passed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", printable(result.failures().get(0).sentence()));
            for (TestFailure failure : result.failures()) {
                xml.writeCharacters(printable(result.file() + ":" + failure.line() + ": " + failure.sentence()) + "\n");
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void open(XMLStreamWriter xml, String name, String file, int line, Duration duration)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", printable(name));
        xml.writeAttribute("classname", report.integration());
        xml.writeAttribute("file", file);
        xml.writeAttribute("line", String.valueOf(line));
        xml.writeAttribute("time", seconds(duration));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
    }

    /** XML has no place for most control characters, not even escaped ones. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
