package dev.serai.engine.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.AnswerableFailure;
import dev.serai.foundation.ServiceInstance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ServiceRegistryIT {

    private final ServiceRegistry registry = new ServiceRegistry();
    private final List<CamelContext> contexts = new ArrayList<>();

    /** A class of the integration that asks. */
    record Question(String customer, BigDecimal total) {}

    @AfterEach
    void stop() {
        contexts.forEach(CamelContext::stop);
    }

    @Test
    void aCallIsAnsweredByTheOtherIntegration() {
        answer("prices", 3, exchange -> {
            exchange.getMessage().setBody(exchange.getMessage().getBody(String.class) + " costs 5");
            exchange.getMessage().setHeader("currency", "EUR");
        });

        Exchange exchange = ask("service:price", "tea", Map.of("shop", "north", "CamelFileName", "secret"));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("tea costs 5");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("currency", "EUR")
                .containsEntry("shop", "north")
                .containsEntry("CamelFileName", "secret");
        assertThat(registry.instances()).extracting(ServiceInstance::label).containsExactly("prices@3");
    }

    @Test
    void theContextGoesAlongButCamelsOwnHeadersDoNot() {
        answer("prices", 1, exchange -> exchange.getMessage()
                .setBody(String.join(" ", exchange.getMessage().getHeaders().keySet())));

        Exchange exchange = ask("service:price", "tea", Map.of("Serai-Tenant", "acme", "CamelFileName", "secret"));

        assertThat(exchange.getMessage().getBody(String.class))
                .contains("Serai-Tenant", "X-Correlation-ID")
                .doesNotContain("Camel");
    }

    @Test
    void aBodyOfTheCallersOwnClassArrivesAsAMap() {
        AtomicBoolean isMap = new AtomicBoolean();
        answer(
                "prices",
                1,
                exchange -> isMap.set(exchange.getMessage()
                        .getBody()
                        .equals(Map.of("customer", "c1", "total", new BigDecimal("12.5")))));

        Exchange exchange = ask("service:price", new Question("c1", new BigDecimal("12.5")), Map.of());

        assertThat(exchange.getException()).isNull();
        assertThat(isMap).isTrue();
    }

    @Test
    void aBodyThatIsNoDataIsRefused() {
        answer("prices", 1, exchange -> {});

        Exchange exchange = ask("service:price", new Object(), Map.of());

        assertThat(exchange.getException())
                .hasMessage("the body is a java.lang.Object, expected text, bytes, a map, a list or an object with JSON"
                        + " properties; marshal it first, such as marshal: { json: {} }");
    }

    @Test
    void aFailureArrivesAsWordsOnly() {
        answer("prices", 2, exchange -> {
            throw new IllegalStateException("no price list");
        });

        Exchange exchange = ask("service:price", "tea", Map.of());

        assertThat(exchange.getException())
                .isInstanceOf(ServiceFailedException.class)
                .hasMessage("service:price (prices@2) failed: IllegalStateException: no price list")
                .hasNoCause();
    }

    @Test
    void anAnswerThatIsARefusalIsAFailureWithItsStatus() {
        Answer.Detail detail = new Answer.Detail(0, "$.id", "is missing");
        answer(
                "prices",
                2,
                exchange -> exchange.setProperty(
                        Answer.PROPERTY, new Answer(422, "the body does not fit", 9, "prices", List.of(detail))));

        Exchange exchange = ask("service:price", "tea", Map.of());

        AnswerableFailure failure = (AnswerableFailure) exchange.getException();
        assertThat(failure.status()).isEqualTo(422);
        assertThat(failure.details()).containsExactly(detail);
    }

    @Test
    void anUnknownServiceNamesThoseThereAre() {
        answer("prices", 1, exchange -> {});

        Exchange exchange = ask("service:prcie?timeout=10ms", "tea", Map.of());

        assertThat(exchange.getException())
                .hasMessage("service:prcie is answered by no integration, waited 10 ms; answered are price;"
                        + " did you mean \"price\"?");
    }

    @Test
    void aCallWaitsForAServiceThatIsJustBeingSwitched() {
        CompletableFuture<Exchange> call =
                CompletableFuture.supplyAsync(() -> ask("service:price?timeout=10s", "tea", Map.of()));

        answer("prices", 1, exchange -> exchange.getMessage().setBody("5"));

        assertThat(call.join().getMessage().getBody()).isEqualTo("5");
    }

    @Test
    void aServiceHasOneOwner() {
        answer("prices", 1, exchange -> {});

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> answer("others", 4, exchange -> {})))
                .rootCause()
                .hasMessage(
                        "service:price is answered by prices@1 already; only one integration can answer a service: rename one");
    }

    @Test
    void anOldVersionThatStopsLateDoesNotTakeTheNewOneOut() {
        CamelContext old = answer("prices", 1, exchange -> exchange.getMessage().setBody("old"));
        CamelContext failing =
                answer("prices", 2, exchange -> exchange.getMessage().setBody("failing"));

        failing.stop();
        assertThat(ask("service:price", "tea", Map.of()).getMessage().getBody()).isEqualTo("old");
        answer("prices", 3, exchange -> exchange.getMessage().setBody("new"));
        old.stop();

        assertThat(ask("service:price", "tea", Map.of()).getMessage().getBody()).isEqualTo("new");
    }

    @Test
    void aStopFinishesTheRequestsInHand() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CamelContext old = answer("prices", 1, exchange -> {
            inHand.countDown();
            finish.await();
            exchange.getMessage().setBody("finished");
        });
        CompletableFuture<Exchange> call = CompletableFuture.supplyAsync(() -> ask("service:price", "tea", Map.of()));
        inHand.await();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(old::stop);
        await().until(() -> registry.instances().isEmpty());
        finish.countDown();
        stop.join();

        assertThat(call.join().getMessage().getBody()).isEqualTo("finished");
    }

    @Test
    void noCallFailsWhileVersionsChangeUnderLoad() {
        CamelContext caller = context("caller", 1);
        caller.start();
        CamelContext old = answer("prices", 1, exchange -> exchange.getMessage().setBody(1));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            callers.add(CompletableFuture.runAsync(() -> askUntil(done, caller, answered)));
        }

        for (int version = 2; version <= 10; version++) {
            int number = version;
            CamelContext next =
                    answer("prices", version, exchange -> exchange.getMessage().setBody(number));
            old.stop();
            old = next;
            int seen = answered.get();
            await().until(() -> answered.get() > seen);
        }
        done.set(true);

        callers.forEach(CompletableFuture::join);
        assertThat(answered.get()).isGreaterThan(9);
    }

    private static void askUntil(AtomicBoolean done, CamelContext caller, AtomicInteger answered) {
        var template = caller.createProducerTemplate();
        while (!done.get()) {
            Exchange exchange = template.request("service:price", e -> e.getIn().setBody("tea"));
            assertThat(exchange.getException()).isNull();
            assertThat(exchange.getMessage().getBody()).isInstanceOf(Integer.class);
            answered.incrementAndGet();
        }
    }

    private CamelContext answer(String integration, int version, Processor processor) {
        CamelContext context = context(integration, version);
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("service:price").routeId("answer").process(processor);
                }
            });
            context.start();
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Exchange ask(String uri, Object body, Map<String, Object> headers) {
        CamelContext caller = context("caller", 1);
        caller.start();
        return caller.createProducerTemplate().request(uri, exchange -> {
            exchange.getIn().setBody(body);
            exchange.getIn().setHeaders(new java.util.HashMap<>(headers));
        });
    }

    private CamelContext context(String integration, int version) {
        CamelContext context = new DefaultCamelContext();
        registry.attach(context, integration, version);
        synchronized (contexts) {
            contexts.add(context);
        }
        return context;
    }
}
