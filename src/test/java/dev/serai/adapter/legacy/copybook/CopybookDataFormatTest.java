package dev.serai.adapter.legacy.copybook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopybookDataFormatTest {

    private static final Map<String, Object> ONE = Map.of("ID-1", 1, "NAME-1", "one");
    private static final Map<String, Object> TWO = Map.of("ID-1", 2, "NAME-1", "two");

    private final DefaultCamelContext context = new DefaultCamelContext();

    @TempDir
    Path folder;

    private String options;

    @BeforeEach
    void writeCopybook() throws Exception {
        Path copybook = folder.resolve("small.cpy");
        Files.writeString(copybook, "01 SMALL. 05 ID-1 PIC 9(2). 05 NAME-1 PIC X(4).");
        options = "?copybook=file:" + copybook + "&charset=US-ASCII";
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private void routes(RouteBuilder builder) throws Exception {
        context.addRoutes(builder);
        context.start();
    }

    /** A route from {@code direct:in} through the data format to {@code mock:out}. */
    private MockEndpoint through(String operation, String more) throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("dataformat:copybook:" + operation + options + more)
                        .to("mock:out");
            }
        });
        return context.getEndpoint("mock:out", MockEndpoint.class);
    }

    private Object body(MockEndpoint mock) {
        return mock.getReceivedExchanges().get(0).getMessage().getBody();
    }

    @Test
    void splitTakesOneRecordAfterTheOther() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("dataformat:copybook:unmarshal" + options)
                        .split(body())
                        .streaming()
                        .to("mock:record");
            }
        });
        MockEndpoint records = context.getEndpoint("mock:record", MockEndpoint.class);

        context.createProducerTemplate().sendBody("direct:in", "01one 02two ");

        assertThat(records.getReceivedExchanges())
                .extracting(exchange -> exchange.getMessage().getBody())
                .containsExactly(ONE, TWO);
    }

    @Test
    void jsonIsNotReadIntoMemoryBetweenTheSteps() throws Exception {
        AtomicBoolean streamed = new AtomicBoolean();
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("dataformat:copybook:unmarshal" + options + "&output=json")
                        .process(exchange -> streamed.set(exchange.getMessage().getBody() instanceof JsonRecords))
                        .convertBodyTo(String.class);
            }
        });

        Exchange answer = context.createProducerTemplate()
                .request("direct:in", exchange -> exchange.getMessage().setBody("01one 02two "));

        assertThat(streamed).isTrue();
        assertThat(answer.getMessage().getBody())
                .isEqualTo("[\n{\"ID-1\":1,\"NAME-1\":\"one\"},\n{\"ID-1\":2,\"NAME-1\":\"two\"}\n]\n");
        assertThat(answer.getMessage().getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void jsonLinesAndAnEmptyFile() throws Exception {
        MockEndpoint out = through("unmarshal", "&output=jsonLines");

        String lines = context.createProducerTemplate().requestBody("direct:in", "01one 02two ", String.class);
        String none = context.createProducerTemplate().requestBody("direct:in", new byte[0], String.class);

        assertThat(lines).isEqualTo("{\"ID-1\":1,\"NAME-1\":\"one\"}\n{\"ID-1\":2,\"NAME-1\":\"two\"}\n");
        assertThat(none).isEmpty();
        assertThat(out.getReceivedCounter()).isEqualTo(2);
    }

    @Test
    void anEmptyFileIsAnEmptyArray() throws Exception {
        through("unmarshal", "&output=json");

        assertThat(context.createProducerTemplate().requestBody("direct:in", new byte[0], String.class))
                .isEqualTo("[\n]\n");
    }

    @Test
    void splitTakesJsonApartRecordByRecord() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("dataformat:copybook:unmarshal" + options + "&output=json")
                        .split(body())
                        .streaming()
                        .to("mock:record");
            }
        });
        MockEndpoint records = context.getEndpoint("mock:record", MockEndpoint.class);
        records.expectedBodiesReceived("{\"ID-1\":1,\"NAME-1\":\"one\"}", "{\"ID-1\":2,\"NAME-1\":\"two\"}");

        context.createProducerTemplate().sendBody("direct:in", "01one 02two ");

        records.assertIsSatisfied();
    }

    @Test
    void oneRecordIsAMapAndSeveralAreAList() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:one").to("dataformat:copybook:unmarshal" + options + "&output=record");
                from("direct:list").to("dataformat:copybook:unmarshal" + options + "&output=list");
            }
        });
        var template = context.createProducerTemplate();

        assertThat(template.requestBody("direct:one", "01one ")).isEqualTo(ONE);
        assertThat(template.requestBody("direct:list", "01one 02two ")).isEqualTo(List.of(ONE, TWO));
        assertThatThrownBy(() -> template.requestBody("direct:one", "01one 02two "))
                .hasRootCauseMessage(
                        "there is more than one record, expected one; set output=records for a file of any number");
    }

    @Test
    void anyBodyOfRecordsIsWritten() throws Exception {
        through("marshal", "");
        List<Map<String, Object>> both = List.of(ONE, TWO);
        String json = "[{\"ID-1\":1,\"NAME-1\":\"one\"},{\"ID-1\":2,\"NAME-1\":\"two\"}]";
        List<Object> bodies = List.of(
                both,
                both.iterator(),
                both.stream(),
                both.toArray(),
                json,
                json.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(
                        json.replaceAll("[\\[\\]]", "").replace("},", "}\n").getBytes(StandardCharsets.UTF_8)),
                new com.fasterxml.jackson.databind.ObjectMapper().readTree(json));

        for (Object body : bodies) {
            assertThat(context.createProducerTemplate().requestBody("direct:in", body, String.class))
                    .as(body.getClass().getName())
                    .isEqualTo("01one 02two ");
        }
        assertThat(context.createProducerTemplate().requestBody("direct:in", ONE, String.class))
                .isEqualTo("01one ");
        assertThatThrownBy(() -> context.createProducerTemplate().requestBody("direct:in", List.of(ONE, "two")))
                .hasRootCauseMessage(
                        "record 2 is a String, expected a map or a JSON object with the fields of the copybook");
    }

    @Test
    void jsonThatWasReadIsWrittenAgain() throws Exception {
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("dataformat:copybook:unmarshal" + options + "&output=json")
                        .to("dataformat:copybook:marshal" + options);
            }
        });

        assertThat(context.createProducerTemplate().requestBody("direct:in", "01one 02two ", String.class))
                .isEqualTo("01one 02two ");
    }

    @Test
    void badRecordsGoToTheirEndpointAndTheOthersOn() throws Exception {
        MockEndpoint out = through("unmarshal", "&output=list&badRecords=mock:bad");
        MockEndpoint bad = context.getEndpoint("mock:bad", MockEndpoint.class);

        context.createProducerTemplate().sendBody("direct:in", "01one x2bad 02two ");

        assertThat(body(out)).isEqualTo(List.of(ONE, TWO));
        var message = bad.getReceivedExchanges().get(0).getMessage();
        assertThat(message.getBody(String.class)).isEqualTo("x2bad ");
        assertThat(message.getHeaders())
                .containsEntry("CopybookRecord", 2L)
                .containsEntry("CopybookOffset", 6L)
                .containsEntry("CopybookField", "ID-1")
                .containsEntry(
                        "CopybookProblem",
                        "record 2, byte 1 of it (offset 6), ID-1: byte 1 of the number is 0x78, expected a digit (PIC 9(2))");
    }

    @Test
    void aBeanIsUsedByItsName() throws Exception {
        CopybookDataFormat format = new CopybookDataFormat();
        format.setCopybook("file:" + folder.resolve("small.cpy"));
        format.setCharset("US-ASCII");
        format.setOutput("list");
        context.getRegistry().bind("small", format);
        routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").unmarshal().custom("small").marshal().custom("small");
            }
        });

        assertThat(context.createProducerTemplate().requestBody("direct:in", "01one ", String.class))
                .isEqualTo("01one ");
        assertThat(format.recordSize()).isEqualTo("6");
    }

    @Test
    void aWrongCopybookKeepsTheRouteFromStarting() throws Exception {
        Files.writeString(folder.resolve("small.cpy"), "01 SMALL.\n  05 ID-1 PIC 9(2)\n  05 NAME-1 PIC X.");

        assertThatThrownBy(() -> through("unmarshal", ""))
                .hasRootCauseMessage(folder.resolve("small.cpy").toString().substring(1)
                        + ":3:3: expected a clause or a period, found \"05\"; end the entry before it with a period");
    }

    @Test
    void aFileThatIsNotReadToItsEndIsClosedWithTheExchange() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream file = new ByteArrayInputStream("01one 02two ".getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        context.getStreamCachingStrategy().setEnabled(false);
        context.setStreamCaching(false);
        through("unmarshal", "");

        context.createProducerTemplate().sendBody("direct:in", file);

        assertThat(closed).isTrue();
    }
}
