package dev.serai.management.lifecycle.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitXmlTest {

    @Test
    void everyTestIsACaseAndEveryFailureSaysWhy(@TempDir Path folder) throws Exception {
        TestReport report = TestedRoutes.route("direct:a", "- to: event:b")
                .with("broken.test.yaml", "tests: x\n")
                .run("""
                        tests:
                          - { name: passes, given: { to: "direct:a" }, expect: [ { at: "event:b" } ] }
                          - { name: fails & <tells>, given: { to: "direct:a" }, expect: [ { at: "event:b", body: "\\u0001" } ] }
                        """);

        Path file = JUnitXml.write(report, folder.resolve("reports"));

        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        Element suite = xml.getDocumentElement();
        assertThat(file).hasFileName("TEST-orders.xml");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(((Element) suite.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .startsWith("event:b is not as expected");
        assertThat(((Element) suite.getElementsByTagName("testcase").item(2)).getAttribute("name"))
                .isEqualTo("fails & <tells>");
    }
}
