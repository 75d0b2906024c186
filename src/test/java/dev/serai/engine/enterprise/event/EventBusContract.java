package dev.serai.engine.enterprise.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.engine.database.Database;
import dev.serai.engine.database.StoreException;
import dev.serai.foundation.settings.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the event bus does, whatever database is behind it. */
abstract class EventBusContract {

    private static final EventSettings SETTINGS =
            new EventSettings(Duration.ZERO, Duration.ofDays(7), Duration.ofMillis(100));

    private final List<CamelContext> contexts = new ArrayList<>();
    private final List<String> undeliverable = new CopyOnWriteArrayList<>();
    private Path state;
    private StoreSettings settings;
    private Database database;
    private EventBus bus;

    abstract StoreSettings emptyStore();

    @BeforeEach
    void open(@TempDir Path folder) {
        state = folder;
        settings = emptyStore();
        database = Database.open(settings, state);
        bus = new EventBus(database, SETTINGS, this::keep);
    }

    private long keep(Exchange exchange, String integration, int version) {
        undeliverable.add(integration + "@" + version + ": " + exchange.getIn().getBody(String.class));
        return undeliverable.size();
    }

    @AfterEach
    void close() {
        contexts.forEach(CamelContext::stop);
        bus.close();
        database.close();
    }

    @Test
    void eachSubscribingIntegrationGetsOneCopyInOrder() throws Exception {
        List<String> billing = subscribe("billing", "event:orders");
        List<String> shipping = subscribe("shipping", "event:orders");

        publish("orders", IntStream.range(0, 50).mapToObj(String::valueOf).toList());

        List<String> expected = IntStream.range(0, 50).mapToObj(String::valueOf).toList();
        await().untilAsserted(() -> assertThat(billing).isEqualTo(expected));
        await().untilAsserted(() -> assertThat(shipping).isEqualTo(expected));
    }

    @Test
    void severalRoutesOfOneIntegrationEachGetIt() throws Exception {
        List<String> named = new CopyOnWriteArrayList<>();
        List<String> first = new CopyOnWriteArrayList<>();
        List<String> second = new CopyOnWriteArrayList<>();
        start("billing", new RouteBuilder() {
            @Override
            public void configure() {
                from("event:orders").routeId("invoice").process(e -> named.add(text(e)));
                from("event:orders").process(e -> first.add(text(e)));
                from("event:orders").process(e -> second.add(text(e)));
            }
        });

        publish("orders", List.of("a"));

        await().untilAsserted(() -> assertThat(List.of(named, first, second)).allMatch(List.of("a")::equals));
        assertThat(bus.subscriptions())
                .extracting(Subscription::subscriber)
                .containsExactlyInAnyOrder("billing/invoice", "billing", "billing#2");
    }

    @Test
    void aNewSubscriberBeginsAtTheEndUnlessItAsksForAllThatIsKept() throws Exception {
        publish("orders", List.of("before"));
        List<String> latest = subscribe("billing", "event:orders");
        List<String> earliest = subscribe("audit", "event:orders?from=earliest");

        publish("orders", List.of("after"));

        await().untilAsserted(() -> assertThat(latest).containsExactly("after"));
        await().untilAsserted(() -> assertThat(earliest).containsExactly("before", "after"));
    }

    @Test
    void whatWasPublishedWhileASubscriberWasAwayReachesItAfterARestart() throws Exception {
        subscribe("billing", "event:orders");
        contexts.remove(0).stop();
        publish("orders", List.of("one", "two"));
        restart();

        List<String> billing = subscribe("billing", "event:orders");

        await().untilAsserted(() -> assertThat(billing).containsExactly("one", "two"));
    }

    @Test
    void bodiesComeBackAsTheyWere() throws Exception {
        List<Object> bodies = new CopyOnWriteArrayList<>();
        List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
        start("billing", routes("event:orders", e -> {
            bodies.add(
                    String.valueOf(e.getIn().getBody()).equals("null")
                            ? "nothing"
                            : e.getIn().getBody());
            headers.add(Map.copyOf(e.getIn().getHeaders()));
        }));
        byte[] large = new byte[3_000_000];
        large[2_999_999] = 7;

        CamelContext sender = start("orders", null);
        for (Object body : new Object[] {"text \u0000 ü", new byte[] {1, -1}, Map.of("a", List.of(1, true)), large}) {
            sender.createProducerTemplate()
                    .sendBodyAndHeaders("event:orders", body, Map.of("n", 3, "CamelFileName", "x"));
        }
        sender.createProducerTemplate().sendBody("event:orders", null);

        await().untilAsserted(() -> assertThat(bodies)
                .containsExactly("text \u0000 ü", new byte[] {1, -1}, Map.of("a", List.of(1, true)), large, "nothing"));
        assertThat(headers.get(0))
                .containsEntry("n", 3)
                .containsEntry("SeraiEventTopic", "orders")
                .containsEntry("SeraiEventPosition", 1L)
                .containsKey("X-Correlation-ID")
                .doesNotContainKey("CamelFileName");
    }

    @Test
    void aMessageThatTheRouteLetsFailIsKeptAndThoseBehindGoOn() throws Exception {
        List<String> delivered = new CopyOnWriteArrayList<>();
        AtomicInteger tries = new AtomicInteger();
        start("billing", routes("event:orders", e -> {
            if (text(e).equals("bad")) {
                tries.incrementAndGet();
                throw new IllegalStateException("no");
            }
            delivered.add(text(e));
        }));

        publish("orders", List.of("bad", "good"));

        await().untilAsserted(() -> assertThat(delivered).containsExactly("good"));
        assertThat(tries).hasValue(3);
        assertThat(undeliverable).containsExactly("billing@1: bad");
    }

    @Test
    void aSwitchFromOneVersionToTheNextLosesAndDoublesNothing() throws Exception {
        List<String> got = new CopyOnWriteArrayList<>();
        CamelContext old = start("billing", routes("event:orders", e -> got.add(text(e))));
        List<String> sent = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
        Thread publisher = new Thread(() -> publish("orders", sent));
        publisher.start();

        for (int i = 0; i < 10; i++) {
            int seen = got.size();
            await().until(() -> got.size() > seen || got.size() == sent.size());
            old.stop();
            old = start("billing", routes("event:orders", e -> got.add(text(e))));
        }
        publisher.join();

        await().untilAsserted(() -> assertThat(got).hasSizeGreaterThanOrEqualTo(sent.size()));
        assertThat(got).isEqualTo(sent);
    }

    @Test
    void aStopFinishesTheEventInHand() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        List<String> finished = new CopyOnWriteArrayList<>();
        CamelContext context = start("billing", routes("event:orders", e -> {
            inHand.countDown();
            finish.await();
            finished.add(text(e));
        }));
        publish("orders", List.of("one", "two"));
        inHand.await();

        Thread stop = new Thread(context::stop);
        stop.start();
        await().until(() -> context.getStatus().isStopping());
        finish.countDown();
        stop.join();

        assertThat(finished).containsExactly("one");
        assertThat(bus.subscriptions()).extracting(Subscription::position).containsExactly(1L);
    }

    @Test
    void aForgottenIntegrationHasNoSubscription() throws Exception {
        subscribe("billing", "event:orders");
        contexts.remove(0).stop();

        bus.forget("billing");

        assertThat(bus.subscriptions()).isEmpty();
    }

    @Test
    void retentionDeletesWhatEverySubscriberHasSeen() throws Exception {
        List<String> fast = subscribe("fast", "event:orders");
        subscribe("away", "event:orders");
        contexts.remove(1).stop();
        publish("orders", List.of("one", "two"));
        await().until(() -> fast.size() == 2);
        await().until(() -> bus.subscriptions().stream().anyMatch(s -> s.position() == 2));

        bus.prune();
        assertThat(bus.log().read("orders", 0, 10)).hasSize(2);
        bus.forget("away");
        bus.prune();

        assertThat(bus.log().read("orders", 0, 10)).isEmpty();
    }

    @Test
    void publishersAtOnceGetPositionsInOrderOfCommit() {
        List<Integer> numbers = IntStream.range(0, 400).boxed().toList();

        numbers.parallelStream().forEach(number -> publish("orders", List.of("n" + number)));

        List<Event> events = bus.log().read("orders", 0, 1000);
        assertThat(events)
                .extracting(Event::position)
                .isEqualTo(IntStream.rangeClosed(1, 400).mapToObj(Long::valueOf).toList());
    }

    @Test
    void aTopicThatIsNoNameIsRefused() {
        CamelContext context = start("billing", null);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> context.getEndpoint("event:no good")))
                .rootCause()
                .hasMessageContaining("event:no good: the topic has to begin with a letter or digit");
    }

    @Test
    void aPublicationThatCannotBeKeptFails() {
        CamelContext sender = start("orders", null);
        database.close();

        Exchange exchange = sender.createProducerTemplate()
                .send("event:orders", e -> e.getIn().setBody("lost?"));

        assertThat(exchange.getException()).isInstanceOf(StoreException.class);
        database = Database.open(settings, state);
    }

    private void restart() {
        contexts.forEach(CamelContext::stop);
        contexts.clear();
        bus.close();
        database.close();
        database = Database.open(settings, state);
        bus = new EventBus(database, SETTINGS, this::keep);
    }

    private List<String> subscribe(String integration, String uri) {
        List<String> got = new CopyOnWriteArrayList<>();
        start(integration, routes(uri, exchange -> got.add(text(exchange))));
        return got;
    }

    private static RouteBuilder routes(String uri, org.apache.camel.Processor processor) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from(uri).process(processor);
            }
        };
    }

    private CamelContext start(String integration, @org.jspecify.annotations.Nullable RouteBuilder routes) {
        try {
            CamelContext context = new DefaultCamelContext();
            bus.attach(context, integration, 1);
            if (routes != null) {
                context.addRoutes(routes);
            }
            context.start();
            contexts.add(context);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(String topic, List<String> bodies) {
        bodies.forEach(body -> bus.publish(
                topic,
                Map.of(),
                new dev.serai.engine.message.Payload(
                        dev.serai.engine.message.PayloadType.TEXT,
                        body.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    private static String text(Exchange exchange) {
        return String.valueOf(exchange.getIn().getBody());
    }
}
