package dev.serai.engine.enterprise.transformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.foundation.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jsonvalidator.JsonValidationException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransformComponentTest {

    private final Path folder;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template = context.createProducerTemplate();
    private final Transformations transformations;

    TransformComponentTest(@TempDir Path folder) {
        this.folder = folder;
        this.transformations = new Transformations(folder);
    }

    @BeforeEach
    void start() {
        TransformComponent.attach(context, transformations);
        context.start();
        template.start();
    }

    @AfterEach
    void stop() throws IOException {
        template.stop();
        context.close();
    }

    @Test
    void jsltMapsTextBytesStreamsMapsAndLists() throws IOException {
        write("greet/mapping.jslt", "{\"hello\": .name}");

        assertThat(map("greet", "{\"name\":\"Ada\"}")).isEqualTo("{\"hello\":\"Ada\"}");
        assertThat(map("greet", "{\"name\":\"Ada\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"hello\":\"Ada\"}");
        assertThat(map("greet", new ByteArrayInputStream("{\"name\":\"Ada\"}".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("{\"hello\":\"Ada\"}");
        assertThat(map("greet", Map.of("name", "Ada"))).isEqualTo("{\"hello\":\"Ada\"}");
        write("first/mapping.jslt", ".[0]");
        assertThat(map("first", List.of(1, 2))).isEqualTo("1");
    }

    @Test
    void numbersKeepEveryDigit() throws IOException {
        write("copy/mapping.jslt", "{\"price\": .price, \"read\": number(.text), \"big\": .big}");

        Object mapped = map(
                "copy",
                "{\"price\":19.90,\"text\":\"12345678901234567890.123456789\",\"big\":123456789012345678901234567890}");

        assertThat(mapped)
                .isEqualTo("{\"price\":19.90,\"read\":12345678901234567890.123456789,"
                        + "\"big\":123456789012345678901234567890}");
    }

    @Test
    void objectsCarryDecimalsAsBigDecimal() throws IOException {
        write("copy/mapping.jslt", ".");

        Object mapped = template.requestBody("transform:copy?output=object", "{\"price\":19.90,\"quantity\":3}");

        assertThat(mapped).isEqualTo(Map.of("price", new BigDecimal("19.90"), "quantity", 3));
    }

    @Test
    void numberFallsBackWhenTextIsNoNumber() throws IOException {
        write("n/mapping.jslt", "[number(.a, .a), number(\"12\"), number(\"1e2\"), number(\"0x1\", null)]");

        assertThat(map("n", "{\"a\":\"many\"}")).isEqualTo("[\"many\",12,1E+2,null]");
    }

    @Test
    void jqAndGroovyMapToo() throws IOException {
        write("jq/mapping.jq", "{total: (.a + .b)}");
        write("groovy/mapping.groovy", "[total: body.price * body.quantity]");

        assertThat(map("jq", "{\"a\":1,\"b\":2}")).isEqualTo("{\"total\":3}");
        assertThat(map("groovy", "{\"price\":19.99,\"quantity\":3}")).isEqualTo("{\"total\":59.97}");
    }

    @Test
    void xsltMapsXml() throws IOException {
        write(
                "x/mapping.xslt",
                "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                        + "<xsl:output omit-xml-declaration='yes'/>"
                        + "<xsl:template match='/a'><b><xsl:value-of select='.'/></b></xsl:template></xsl:stylesheet>");

        assertThat(map("x", "<a>1</a>")).isEqualTo("<b>1</b>");
    }

    @Test
    void failingMappingTellsItsPlace() throws IOException {
        write("strict/mapping.jslt", "{\n  \"quantity\":\n    number(.quantity)\n}");
        write("own/mapping.jslt", "if (.a) . else\n  error(\"a is missing\")");

        assertThatThrownBy(() -> map("strict", "{\"quantity\":\"many\"}"))
                .rootCause()
                .message()
                .doesNotContain("many");
        assertThatThrownBy(() -> map("strict", "{\"quantity\":\"many\"}"))
                .cause()
                .hasMessage(
                        "transformations/strict/mapping.jslt: the mapping failed: number() was given a string that is"
                                + " no number");
        assertThatThrownBy(() -> map("own", "{}"))
                .cause()
                .hasMessage("transformations/own/mapping.jslt: the mapping failed: a is missing");
    }

    @Test
    void mappingThatCannotBeReadTellsItsPlaceWhenTheRouteIsBuilt() throws IOException {
        write("broken/mapping.jslt", "{\n \"a\": .b,,\n}");

        assertThatThrownBy(() -> context.getEndpoint("transform:broken").createProducer())
                .hasMessageStartingWith(
                        "transformations/broken/mapping.jslt:2:9: the mapping cannot be read: Parse error: ");
    }

    @Test
    void unknownTransformationIsSuggested() throws IOException {
        write("csv-to-order/mapping.jslt", ".");

        assertThatThrownBy(() -> context.getEndpoint("transform:csv-to-ordre"))
                .hasRootCauseMessage("transformation \"csv-to-ordre\" is unknown; did you mean \"csv-to-order\"?");
        assertThatThrownBy(() -> context.getEndpoint("transform:../csv-to-order"))
                .rootCause()
                .hasMessageContaining("is unknown");
    }

    @Test
    void bodyThatIsNoJsonIsToldWithoutTheBody() throws IOException {
        write("copy/mapping.jslt", ".");

        assertThatThrownBy(() -> map("copy", "{\"secret\": hunter2}"))
                .cause()
                .hasMessageStartingWith("transformation copy: the body is no JSON, at line 1, column ")
                .message()
                .doesNotContain("hunter2");
        assertThatThrownBy(() -> map("copy", "{} {}")).cause().isInstanceOf(TransformationException.class);
    }

    @Test
    void schemasOfInAndOutputAreChecked() throws IOException {
        write("s/mapping.jslt", "{\"b\": .a}");
        write("s/schema.in.json", "{\"required\": [\"a\"]}");
        write("s/schema.out.json", "{\"properties\": {\"b\": {\"type\": \"integer\"}}}");

        assertThat(map("s", "{\"a\":1}")).isEqualTo("{\"b\":1}");
        assertThatThrownBy(() -> map("s", "{}"))
                .cause()
                .isInstanceOf(JsonValidationException.class)
                .hasMessageContaining("required property 'a' not found");
        assertThatThrownBy(() -> map("s", "{\"a\":\"x\"}")).cause().hasMessageContaining("$.b: string found");
    }

    @Test
    void mappingInJsltIsCompiledOnceForAllContexts() throws IOException {
        write("copy/mapping.jslt", ".a");

        assertThat(transformations.find("copy").jslt())
                .isSameAs(transformations.find("copy").jslt());
    }

    @Test
    void nextMessageIsMappedByAChangeThatPassesItsSamples() throws IOException {
        write("copy/mapping.jslt", ".a");
        assertThat(map("copy", "{\"a\":1,\"b\":2}")).isEqualTo("1");

        write("copy/mapping.jslt", ".b");
        write("copy/samples/one.in.json", "{\"b\":3}");
        write("copy/samples/one.out.json", "3");

        assertThat(transformations.changed("copy").isRefused()).isFalse();
        assertThat(map("copy", "{\"a\":1,\"b\":2}")).isEqualTo("2");
        assertThat(transformations.changed("copy").isNew()).isFalse();
    }

    @Test
    void changeThatFailsASampleIsRefusedAndTheOldMappingGoesOn() throws IOException {
        write("copy/mapping.jslt", ".a");
        map("copy", "{\"a\":1}");
        write("copy/samples/one.in.json", "{\"a\":3}");
        write("copy/samples/one.out.json", "3");

        write("copy/mapping.jslt", ".b");

        assertThat(transformations.changed("copy").findings())
                .extracting(Finding::sentence)
                .containsExactly("transformations/copy/samples/one: $: expected 3, was null; mend the mapping or the"
                        + " sample; the mapping as it was before goes on");
        assertThat(map("copy", "{\"a\":1,\"b\":2}")).isEqualTo("1");
    }

    @Test
    void changeThatCannotBeReadIsRefusedWithItsPlace() throws IOException {
        write("copy/mapping.jslt", ".a");
        map("copy", "{\"a\":1}");

        write("copy/mapping.jslt", "{\n \"a\": .b,,\n}");

        assertThat(transformations.changed("copy").findings())
                .extracting(Finding::place)
                .containsExactly("transformations/copy/mapping.jslt:2:9");
        assertThat(map("copy", "{\"a\":1}")).isEqualTo("1");
    }

    @Test
    void formatsAreReadAndWrittenAroundTheMapping() throws IOException {
        write("totals/mapping.jslt", "[for (.) {\"sku\": .sku, \"price\": number(.price)}]");
        write("totals/transformation.yaml", "input: csv?useMaps=true\noutput: snakeYaml\n");

        assertThat(template.requestBody("transform:totals", "sku,price\nA,19.90\n", String.class))
                .isEqualTo("- {sku: A, price: 19.90}\n");
    }

    @Test
    void unknownKeyOfTheFormatsIsToldWithItsPlace() throws IOException {
        write("totals/mapping.jslt", ".");
        write("totals/transformation.yaml", "input: csv\nouput: xml\n");

        assertThatThrownBy(() -> map("totals", "")).rootCause().hasMessageStartingWith("Unrecognized field \"ouput\"");
        assertThatThrownBy(() -> map("totals", ""))
                .hasStackTraceContaining("transformations/totals/transformation.yaml:2:");
    }

    @Test
    void samplesMayBeXmlOrText() throws IOException {
        write("x/mapping.xslt", """
                <xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>
                  <xsl:template match='/a'><b two='2' one='1'><c><xsl:value-of select='.'/></c></b></xsl:template>
                </xsl:stylesheet>
                """);
        write("x/samples/same.in.xml", "<a>1</a>");
        write("x/samples/same.out.xml", "<?xml version='1.0'?>\n<b one='1' two='2'>\n  <c>1</c>\n</b>\n");
        write("x/samples/other.in.xml", "<a>1</a>");
        write("x/samples/other.out.xml", "<b one='1' two='2'><c>2</c></b>");
        write("t/mapping.jslt", "[for (.) [.sku]]");
        write("t/transformation.yaml", "input: csv?useMaps=true\noutput: csv");
        write("t/samples/lines.in.csv", "sku\nA\nB\n");
        write("t/samples/lines.out.csv", "A\nB\n");

        List<SampleResult> results = new TransformationTests(folder).run();

        assertThat(results)
                .extracting(result -> result.sample() + ": " + result.failure())
                .containsExactly(
                        "lines: ",
                        "other: line 1: expected \"<b one='1' two='2'><c>2</c></b>\", was"
                                + " \"<?xml version=\"1.0\" encoding=\"UTF-8\"?><b two=\"2\" one=\"1\"><c>1</c></b>\"",
                        "same: ");
    }

    @Test
    void samplesAreTests() throws IOException {
        write("copy/mapping.jslt", "if (.a) {\"a\": .a} else error(\"a is missing\")");
        write("copy/samples/good.in.json", "{\"a\":1.50}");
        write("copy/samples/good.out.json", "{\"a\":1.5}");
        write("copy/samples/bad.in.json", "{\"a\":{\"b\":[1,2]}}");
        write("copy/samples/bad.out.json", "{\"a\":{\"b\":[1,3]}}");
        write("copy/samples/fails.in.json", "{}");
        write("copy/samples/fails.error.txt", "a is missing\n");
        write("copy/samples/lonely.in.json", "{}");

        List<SampleResult> results = new TransformationTests(folder).run();

        assertThat(results)
                .extracting(result -> result.sample() + ": " + result.failure())
                .containsExactly(
                        "bad: $.a.b[1]: expected 3, was 2",
                        "fails: ",
                        "good: ",
                        "lonely: expected lonely.out.json or lonely.error.txt beside it");
    }

    private Object map(String name, Object body) {
        return template.requestBody("transform:" + name, body);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
