package dev.serai.connector.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.engine.cloud.pack.Packs;
import dev.serai.engine.enterprise.transformation.SampleResult;
import dev.serai.engine.enterprise.transformation.TransformComponent;
import dev.serai.engine.enterprise.transformation.TransformationTests;
import dev.serai.engine.enterprise.transformation.Transformations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingLanguagesTest {

    private final Path folder;
    private final Packs packs = Packs.ofDistribution(Path.of("connectors"));
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();

    MappingLanguagesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void start() {
        context.disableJMX();
        packs.attachAlone(context);
        TransformComponent.attach(context, new Transformations(folder, packs::attachAlone));
        context.start();
        template.start();
    }

    @AfterEach
    void stop() throws IOException {
        template.stop();
        context.close();
        packs.close();
    }

    @Test
    void jsonata() throws IOException {
        write(
                "total/mapping.jsonata",
                "{\"total\": $sum(lines.quantity), \"skus\": lines.sku, \"price\": lines[0].price}");

        assertThat(map(
                        "total",
                        "{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"price\":19.90},{\"sku\":\"Ü\",\"quantity\":3}]}"))
                .isEqualTo("{\"total\":5,\"skus\":[\"A\",\"Ü\"],\"price\":19.9}");
    }

    @Test
    void jsonataThatCannotBeReadIsTold() throws IOException {
        write("broken/mapping.jsonata", "{\"total\": $sum(lines.");

        assertThatThrownBy(() -> map("broken", "{}"))
                .hasStackTraceContaining("transformations/broken/mapping.jsonata: the mapping ");
    }

    @Test
    void jolt() throws IOException {
        write(
                "rename/mapping.jolt",
                "[{\"operation\":\"shift\",\"spec\":{\"price\":\"amount\",\"sku\":\"article.id\"}}]");

        assertThat(map("rename", "{\"price\":12345678901234567890.10,\"sku\":\"A\"}"))
                .isEqualTo("{\"amount\":12345678901234567890.10,\"article\":{\"id\":\"A\"}}");
    }

    @Test
    void joltThatCannotBeReadIsToldWhenTheRouteIsBuilt() throws IOException {
        write("broken/mapping.jolt", "[{\"operation\":\"shft\"}]");

        assertThatThrownBy(() -> map("broken", "{}"))
                .hasStackTraceContaining("transformations/broken/mapping.jolt: the mapping cannot be read: ");
    }

    @Test
    void dataSonnetMakesXmlOfJson() throws IOException {
        write("order/mapping.ds", """
                /** DataSonnet
                version=2.0
                input payload application/json
                output application/xml
                */
                { order: { "@id": payload.id, name: payload.name } }
                """);

        assertThat(map("order", "{\"id\":\"7\",\"name\":\"Größe\"}"))
                .asString()
                .endsWith("<order id=\"7\"><name>Größe</name></order>");
    }

    @Test
    void xslt3MakesJsonOfXml() throws IOException {
        write("order/mapping.xslt", """
                <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                    xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="map">
                  <xsl:output method="json" indent="no"/>
                  <xsl:template match="/order">
                    <xsl:sequence select="map { 'id': string(@id), 'price': xs:decimal(price) }" xmlns:xs="http://www.w3.org/2001/XMLSchema"/>
                  </xsl:template>
                </xsl:stylesheet>
                """);

        assertThat(map("order", "<order id='7'><price>19.90</price></order>"))
                .asString()
                .contains("\"id\":\"7\"", "\"price\":19.9");
        assertThatThrownBy(() -> map("order", "<order id='7'><price>hunter2</price></order>"))
                .hasStackTraceContaining("transformations/order/mapping.xslt: the mapping failed: ")
                .cause()
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void xslt3ThatCannotBeReadIsTold() throws IOException {
        write("order/mapping.xslt", """
                <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
                  <xsl:template match="/"><xsl:value-of select="foo("/></xsl:template>
                </xsl:stylesheet>
                """);

        assertThatThrownBy(() -> map("order", "<a/>"))
                .hasStackTraceContaining(
                        "transformations/order/mapping.xslt: the mapping cannot be read: Expected an expression");
    }

    @Test
    void samplesRunWithThePacks() throws IOException {
        write("total/mapping.jsonata", "{\"total\": $sum(lines.quantity)}");
        write("total/samples/one.in.json", "{\"lines\":[{\"quantity\":2}]}");
        write("total/samples/one.out.json", "{\"total\":2}");

        assertThat(new TransformationTests(folder, packs::attachAlone).run())
                .allMatch(SampleResult::passed)
                .hasSize(1);
    }

    private Object map(String name, Object body) {
        return template.requestBody("transform:" + name, body, String.class);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
