package dev.serai.engine.enterprise.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.engine.database.Database;
import dev.serai.engine.enterprise.deadletter.DeadLetter.Place;
import dev.serai.engine.enterprise.deadletter.DeadLetter.State;
import dev.serai.engine.message.Payload;
import dev.serai.engine.message.PayloadType;
import dev.serai.foundation.settings.RetrySettings;
import dev.serai.foundation.settings.StoreSettings;
import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a message that fails, whatever database is behind it. */
abstract class DeadLettersContract {

    private static final RetrySettings RETRY = new RetrySettings(2, Duration.ofMillis(5), 2);
    private static final int LARGEST_BODY = 200_000;

    private final List<CamelContext> contexts = new ArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();
    private Database database;
    private DeadLetters letters;

    abstract StoreSettings emptyStore();

    @BeforeEach
    void open(@TempDir Path state) {
        database = Database.open(emptyStore(), state);
        letters = new DeadLetters(database, LARGEST_BODY);
    }

    @AfterEach
    void close() {
        contexts.forEach(CamelContext::stop);
        database.close();
    }

    @Test
    void whatOnlyComputesIsNotRepeatedAndKeepsTheMessageAllTheSame() {
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .routeId("take")
                        .process(e -> e.setProperty("original", new Broken()))
                        .setBody(constant("changed"))
                        .setBody()
                        .simple("${exchangeProperty.original.broken()}");
            }
        });

        send(context, "direct:in", "hello", ExchangePattern.InOnly);

        assertThat(tries).hasValue(1);
        assertThat(only().cause()).contains("no such field");
    }

    @Test
    void theMessageIsKeptAsItCameInAfterTheRetries() {
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .routeId("take")
                        .setBody(constant("changed"))
                        .removeHeader("n")
                        .to("direct:next");
                from("direct:next").process(e -> fail(new IllegalStateException("no such customer")));
            }
        });

        Exchange exchange = send(context, "direct:in", "original", ExchangePattern.InOnly);

        assertThat(exchange.getException()).isNull();
        assertThat(tries).hasValue(3);
        DeadLetter letter = only();
        assertThat(letter.integration()).isEqualTo("orders");
        assertThat(letter.version()).isEqualTo(7);
        assertThat(letter.routeId()).isEqualTo("take");
        assertThat(letter.endpoint()).isEqualTo("direct://next");
        assertThat(letter.exchangeId()).isEqualTo(exchange.getExchangeId());
        assertThat(letter.cause()).isEqualTo("IllegalStateException: no such customer");
        assertThat(letter.headers()).containsEntry("n", 3).doesNotContainKey("Authorization");
        assertThat(letter.state()).isEqualTo(State.KEPT);
        assertThat(text(letter)).isEqualTo("original");
    }

    @Test
    void aPieceOfASplitMessageIsKeptAndTheOthersGoOn() {
        List<String> delivered = new CopyOnWriteArrayList<>();
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:file")
                        .split(body().tokenize("\n"))
                        .setProperty("SeraiLine", simple("${exchangeProperty.CamelSplitIndex}++"))
                        .setProperty("SeraiField", constant("quantity"))
                        .to("direct:line");
                from("direct:line").routeId("line").process(e -> {
                    String line = e.getIn().getBody(String.class);
                    if (line.startsWith("bad")) {
                        e.getIn().setBody("half done");
                        fail(new IllegalArgumentException("no number"));
                    }
                    delivered.add(line);
                });
            }
        });

        Exchange exchange = context.createProducerTemplate().send("direct:file", e -> {
            e.getIn().setBody("a\nbad line\nb");
            e.getIn().setHeader("CamelFileName", "orders.csv");
        });

        assertThat(exchange.getException()).isNull();
        assertThat(delivered).containsExactly("a", "b");
        assertThat(text(only())).isEqualTo("bad line");
        assertThat(only().routeId()).isEqualTo("line");
        assertThat(only().place()).isEqualTo(new Place("orders.csv", 2, 2, "quantity"));
    }

    @Test
    void aCallerIsToldWhatIsWrongWithItsMessageAtOnce() {
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:post").unmarshal().json(JsonLibrary.Jackson).process(e -> tries.incrementAndGet());
            }
        });

        Exchange exchange = send(context, "direct:post", "{\n \"a\": oops}", ExchangePattern.InOut);

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(Exchange.HTTP_RESPONSE_CODE, 400)
                .containsEntry(Exchange.CONTENT_TYPE, "application/json")
                .doesNotContainKey("n");
        long id = only().id();
        assertThat(exchange.getMessage().getBody(String.class))
                .startsWith("{\"error\":\"the body is not readable as JSON at line 2, column ")
                .contains("kept as dead letter " + id + "\"")
                .contains(
                        "\"deadLetter\":" + id + ",\"integration\":\"orders\",\"details\":[{\"line\":2,\"field\":\"\",")
                .doesNotContain("oops", "Exception");
        assertThat(text(only())).isEqualTo("{\n \"a\": oops}");
    }

    @Test
    void aBodyThatDoesNotFitItsSchemaIsAnsweredWithItsFields() {
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:post")
                        .to("json-validator:classpath:dev/serai/engine/enterprise/deadletter/order.schema.json");
            }
        });

        Exchange exchange =
                send(context, "direct:post", "{\"id\": 3, \"lines\": [{\"quantity\": \"x\"}]}", ExchangePattern.InOut);

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(422);
        assertThat(exchange.getMessage().getBody(String.class))
                .contains("\"field\":\"$.lines[0].quantity\",\"message\":\"string found, integer expected\"")
                .contains("\"field\":\"$.id\",\"message\":\"integer found, string expected\"");
        assertThat(only().cause()).startsWith("the body does not fit its JSON schema: ");
    }

    @Test
    void aDocumentThatDoesNotFitItsSchemaIsAnsweredWithItsLinesAndWithoutItsValues() {
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:post").to("validator:classpath:dev/serai/engine/enterprise/deadletter/order.xsd");
            }
        });

        Exchange exchange = send(
                context,
                "direct:post",
                "<order>\n  <id>hunter2</id>\n  <amount>3</amount>\n</order>",
                ExchangePattern.InOut);

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(422);
        assertThat(only().cause())
                .startsWith("the body does not fit its XML schema: line 2, column ")
                .contains("not a valid value for 'integer'", "line 3, column ", "'amount'")
                .doesNotContain("hunter2", "SimpleXMLSchema");
    }

    @Test
    void aBodyThatIsNoJsonIsUnreadableToTheSchemaToo() {
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:post")
                        .to("json-validator:classpath:dev/serai/engine/enterprise/deadletter/order.schema.json");
            }
        });

        Exchange exchange = send(context, "direct:post", "{\"id\" 3}", ExchangePattern.InOut);

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(400);
    }

    @Test
    void systemsBehindDecideTheStatusAndTellNothingOfTheInside() {
        assertThat(statusAfter(new ConnectException("Connection refused"))).isEqualTo(502);
        assertThat(statusAfter(new SocketTimeoutException("Read timed out"))).isEqualTo(504);
        assertThat(statusAfter(new org.apache.camel.http.base.HttpOperationFailedException(
                        "http://x", 404, "Not Found", null, Map.of(), null)))
                .isEqualTo(404);
        assertThat(statusAfter(new org.apache.camel.ValidationException(exchangeOf("x"), "no customer")))
                .isEqualTo(422);
        assertThat(statusAfter(new IllegalStateException("password=hunter2"))).isEqualTo(500);
        assertThat(letters.list(DeadLetterFilter.NEWEST_KEPT)).hasSize(5);
    }

    private Exchange exchangeOf(String body) {
        Exchange exchange = new org.apache.camel.support.DefaultExchange(contexts.get(0));
        exchange.getIn().setBody(body);
        return exchange;
    }

    private int statusAfter(Exception failure) {
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:post").process(e -> fail(failure));
            }
        });
        Exchange exchange = send(context, "direct:post", "x", ExchangePattern.InOut);
        assertThat(exchange.getMessage().getBody(String.class)).doesNotContain("hunter2", "Exception");
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    @Test
    void bodiesOfEveryKindAreKept() {
        CamelContext context = start(failing());
        byte[] large = new byte[100_000];

        for (Object body :
                new Object[] {new byte[] {1}, Map.of("a", 1), new ByteArrayInputStream(new byte[] {2}), large}) {
            send(context, "direct:in", body, ExchangePattern.InOnly);
        }

        List<Payload> kept = letters.list(DeadLetterFilter.NEWEST_KEPT).stream()
                .map(letter -> letters.body(letter.id()).orElseThrow())
                .toList();
        assertThat(kept)
                .extracting(Payload::type)
                .containsExactly(PayloadType.BYTES, PayloadType.BYTES, PayloadType.JSON, PayloadType.BYTES);
        assertThat(kept)
                .extracting(Payload::bytes)
                .containsExactly(large, new byte[] {2}, "{\"a\":1}".getBytes(StandardCharsets.UTF_8), new byte[] {1});
    }

    @Test
    void aMessageThatCannotBeKeptFailsSoThatItsSourceKeepsIt() {
        CamelContext context = start(failing());

        Exchange exchange = send(context, "direct:in", new byte[LARGEST_BODY + 1], ExchangePattern.InOnly);

        assertThat(exchange.getException())
                .hasMessage("the body has 200001 bytes, more than the 200000 that a dead letter may have;"
                        + " the message stays at its source");
        assertThat(letters.list(DeadLetterFilter.NEWEST_KEPT)).isEmpty();
    }

    @Test
    void aRedrivenMessageGoesThroughTheRouteFromItsBeginning() {
        AtomicBoolean mended = new AtomicBoolean();
        List<String> delivered = new CopyOnWriteArrayList<>();
        CamelContext context = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("take").transform(body().append("!")).process(e -> {
                    if (!mended.get()) {
                        fail(new IllegalStateException("still broken"));
                    }
                    delivered.add(e.getIn().getBody(String.class) + e.getIn().getHeader("n"));
                });
            }
        });
        send(context, "direct:in", "hello", ExchangePattern.InOnly);
        long id = only().id();

        assertThatThrownBy(() -> letters.redrive(id, into(context)))
                .isInstanceOf(RedriveFailedException.class)
                .hasMessage("orders: dead letter " + id
                        + " failed again (IllegalStateException: still broken); it stays kept");
        assertThat(only().attempts()).isEqualTo(1);
        mended.set(true);
        letters.redrive(id, into(context));

        assertThat(delivered).containsExactly("hello!3");
        assertThat(letters.show(id).orElseThrow().state()).isEqualTo(State.REDRIVEN);
        assertThat(letters.waiting()).isEmpty();
        assertThatThrownBy(() -> letters.redrive(id, into(context)))
                .hasMessage("dead letter " + id + " is REDRIVEN already");
    }

    @Test
    void aRouteThatIsGoneIsSaid() {
        send(start(failing()), "direct:in", "hello", ExchangePattern.InOnly);
        CamelContext other = start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:other").routeId("other").to("log:x");
            }
        });

        assertThatThrownBy(() -> letters.redrive(only().id(), into(other)))
                .hasMessageContaining("route \"take\" is not in the version that serves now; it has [other]");
    }

    @Test
    void discardedOnesAreListedOnlyWhenAskedFor() {
        CamelContext context = start(failing());
        for (int i = 0; i < 5; i++) {
            send(context, "direct:in", "m" + i, ExchangePattern.InOnly);
        }
        List<DeadLetter> all = letters.list(DeadLetterFilter.NEWEST_KEPT);

        letters.discard(all.get(0).id());

        assertThat(letters.waiting()).isEqualTo(Map.of("orders", 4L));
        assertThat(letters.list(new DeadLetterFilter("orders", State.DISCARDED, null, 10)))
                .hasSize(1);
        assertThat(letters.list(new DeadLetterFilter(null, null, all.get(2).id(), 1)))
                .containsExactly(all.get(3));
        assertThat(letters.list(new DeadLetterFilter("nobody", null, null, 10))).isEmpty();
        assertThatThrownBy(() -> letters.discard(999))
                .hasMessage("there is no dead letter 999; see: serai deadletter list");
    }

    private RouteBuilder failing() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("take").process(e -> fail(new IllegalStateException("no")));
            }
        };
    }

    private static Redriver into(CamelContext context) {
        return (integration, routeId, body, headers) -> new RouteEntrance(context).send(routeId, body, headers);
    }

    /** A body that cannot be computed on. */
    public final class Broken {

        public String broken() {
            tries.incrementAndGet();
            throw new IllegalStateException("no such field");
        }
    }

    private void fail(Exception failure) throws Exception {
        tries.incrementAndGet();
        throw failure;
    }

    private CamelContext start(RouteBuilder routes) {
        try {
            CamelContext context = new DefaultCamelContext();
            new DeadLetterErrorHandler(letters, RETRY).attach(context, "orders", 7);
            context.addRoutes(routes);
            context.start();
            contexts.add(context);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Exchange send(CamelContext context, String uri, Object body, ExchangePattern pattern) {
        return context.createProducerTemplate().send(uri, pattern, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeader("n", 3);
            exchange.getIn().setHeader("Authorization", "Bearer secret");
        });
    }

    private DeadLetter only() {
        List<DeadLetter> all = letters.list(DeadLetterFilter.NEWEST_KEPT);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private String text(DeadLetter letter) {
        return new String(letters.body(letter.id()).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }
}
