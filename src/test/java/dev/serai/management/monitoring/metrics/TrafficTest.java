package dev.serai.management.monitoring.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.serai.foundation.UndeliverableMessages;
import dev.serai.foundation.Version;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficTest {

    private final Traffic traffic = new Traffic();
    private final SimpleMeterRegistry camels = new SimpleMeterRegistry();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        traffic.attach(context, new Version("orders", 7, "hash"));
        MicrometerRoutePolicyFactory policy = new MicrometerRoutePolicyFactory();
        policy.setMeterRegistry(camels);
        context.addRoutePolicyFactory(policy);
        context.addRoutes(routes());
        context.start();
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private static RouteBuilder routes() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(IllegalStateException.class).handled(true).setBody().constant("handled");
                from("direct:in").routeId("in").to("direct:inner");
                from("direct:inner")
                        .routeId("inner")
                        .choice()
                        .when(body().isEqualTo("fail"))
                        .throwException(new IllegalArgumentException("no"))
                        .when(body().isEqualTo("handle"))
                        .throwException(new IllegalStateException("no"))
                        .when(body().isEqualTo("keep"))
                        .setProperty(UndeliverableMessages.KEPT_AS, constant(118));
                from("direct:lines")
                        .routeId("lines")
                        .split(body().tokenize(","))
                        .stopOnException()
                        .to("direct:in");
            }
        };
    }

    @Test
    void aMessageThatPassesTwoRoutesIsOneMessageOfTheIntegration() {
        template.sendBody("direct:in", "fine");

        IntegrationTraffic report = report();
        assertThat(report.integration()).isEqualTo("orders");
        assertThat(report.version()).isEqualTo(7);
        assertThat(report.total()).isEqualTo(1);
        assertThat(report.failed()).isZero();
        assertThat(report.inFlight()).isZero();
        assertThat(report.lastExchangeAt()).isNotNull();
        assertThat(report.routes())
                .extracting(IntegrationTraffic.Route::id, IntegrationTraffic.Route::total)
                .containsExactly(tuple("in", 1L), tuple("inner", 1L), tuple("lines", 0L));
    }

    @Test
    void whatFailsAndWhatIsKeptAsADeadLetterCountsAsFailed() {
        send("direct:in", "fail", "keep", "fine");

        assertThat(report().total()).isEqualTo(3);
        assertThat(report().failed()).isEqualTo(2);
    }

    @Test
    void whatAnErrorHandlerDidAwayWithHasNotFailed() {
        send("direct:in", "handle");

        assertThat(report().failed()).isZero();
    }

    @Test
    void aPieceOfASplitMessageIsAMessageOfItsOwn() {
        send("direct:lines", "fine,fine,keep");

        assertThat(report().total()).isEqualTo(4);
        assertThat(report().failed()).isEqualTo(1);
    }

    @Test
    void countsOfRoutesAreThoseOfCamelsOwnPolicy() {
        send("direct:in", "fine", "fail", "handle", "keep");
        send("direct:lines", "fine,fine", "fine,fail");

        Samples samples = new Samples();
        new TrafficSource(traffic).addTo(samples);

        for (IntegrationTraffic.Route route : report().routes()) {
            RouteMeter own = meter(route.id());
            assertThat((double) own.total()).isEqualTo(camels("camel.exchanges.total", route.id()));
            assertThat((double) own.failed()).isEqualTo(camels("camel.exchanges.failed", route.id()));
            assertThat((double) own.handled()).isEqualTo(camels("camel.exchanges.failures.handled", route.id()));
            assertThat((double) own.total() - own.failed()).isEqualTo(camels("camel.exchanges.succeeded", route.id()));
        }
    }

    @Test
    void labelsOfCamelsMetricsAreCamelsAndTwoMore() {
        List<String> camel = camels.get("camel.exchanges.total").counters().stream()
                .filter(counter -> "route".equals(counter.getId().getTag("eventType")))
                .flatMap(counter -> counter.getId().getTags().stream())
                .map(tag -> tag.getKey())
                .distinct()
                .toList();

        assertThat(Metric.CAMEL_TOTAL.labels()).containsAll(camel).hasSize(camel.size() + 2);
    }

    @Test
    void aStoppedVersionsRoutesAreGoneAndTheIntegrationsCountsStay() {
        send("direct:in", "fine");

        context.stop();

        assertThat(report().total()).isEqualTo(1);
        assertThat(report().version()).isNull();
        assertThat(report().routes()).isEmpty();
        traffic.forget("orders");
        assertThat(traffic.report()).isEmpty();
    }

    @Test
    void routesBeyondTheLimitAreCountedTogether() {
        VersionMeter version = new VersionMeter(1, new IntegrationMeter("many"));

        for (int i = 0; i < VersionMeter.MOST_ROUTES + 20; i++) {
            version.route("route" + i);
        }

        assertThat(version.routes()).hasSize(VersionMeter.MOST_ROUTES + 1);
        assertThat(version.route("another").route()).isEqualTo(VersionMeter.OTHERS);
    }

    private void send(String endpoint, String... bodies) {
        for (String body : bodies) {
            template.send(endpoint, exchange -> exchange.getIn().setBody(body));
        }
    }

    private IntegrationTraffic report() {
        return traffic.report().get(0);
    }

    private RouteMeter meter(String route) {
        return traffic.meters().iterator().next().versions().get(0).route(route);
    }

    private double camels(String name, String route) {
        return camels.get(name).tag("routeId", route).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
