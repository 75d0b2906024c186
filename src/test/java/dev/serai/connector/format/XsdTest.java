package dev.serai.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML Schema by the validator component, which the core has. */
class XsdTest {

    private final FormatContext formats = new FormatContext();

    @TempDir
    Path folder;

    @BeforeEach
    void schemas() throws IOException {
        Files.writeString(folder.resolve("types.xsd"), """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:simpleType name="price"><xs:restriction base="xs:decimal"><xs:fractionDigits value="2"/></xs:restriction></xs:simpleType>
                </xs:schema>
                """);
        Files.writeString(folder.resolve("order.xsd"), """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
                  <xs:include schemaLocation="types.xsd"/>
                  <xs:element name="order"><xs:complexType><xs:sequence>
                    <xs:element name="price" type="price"/>
                  </xs:sequence></xs:complexType></xs:element>
                </xs:schema>
                """);
    }

    @AfterEach
    void close() {
        formats.close();
    }

    private Object validate(String xml) {
        return formats.send("validator:" + folder.resolve("order.xsd").toUri(), xml, "UTF-8");
    }

    @Test
    void whatFitsPassesAsItIs() {
        assertThat(validate("<order><price>19.90</price></order>")).isEqualTo("<order><price>19.90</price></order>");
    }

    @Test
    void whatDoesNotFitIsToldWithLineAndColumn() {
        assertThatThrownBy(() -> validate("<order>\n  <price>19.905</price>\n</order>"))
                .hasStackTraceContaining("cvc-fractionDigits-valid")
                .hasStackTraceContaining("Line : 2, Column : 24");
    }

    @Test
    void externalEntitiesAreNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "1.00");

        assertThatThrownBy(() -> validate("<!DOCTYPE order [<!ENTITY e SYSTEM \"" + secret.toUri()
                        + "\">]><order><price>&e;</price></order>"))
                .isInstanceOf(IllegalStateException.class);
    }
}
