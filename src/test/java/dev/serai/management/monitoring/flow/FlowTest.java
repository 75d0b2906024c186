package dev.serai.management.monitoring.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Flow flow = new Flow();

    @Test
    void ratesAreThoseOfTheSpanThatIsAskedFor() {
        flow.sample(NOON);
        send(50);
        flow.sample(NOON.plusSeconds(50));
        send(20);
        flow.failed(3, "IOException");
        flow.sample(NOON.plusSeconds(60));

        assertThat(flow.since(Duration.ofSeconds(60))).isEqualTo(new Samples.Span(Duration.ofSeconds(60), 71, 1));
        assertThat(flow.since(Duration.ofSeconds(10)).perSecond()).isEqualTo(2.1);
        assertThat(flow.since(Duration.ofSeconds(10)).failedPerSecond()).isEqualTo(0.1);
    }

    @Test
    void nothingIsNoRate() {
        assertThat(flow.since(Duration.ofSeconds(60)).perSecond()).isZero();
        flow.sample(NOON);
        assertThat(flow.since(Duration.ofSeconds(60)).perSecond()).isZero();
        assertThat(flow.lastSuccess()).isEmpty();
        assertThat(flow.lastFailure()).isEmpty();
    }

    @Test
    void whatWentBeforeAStandstillIsNotARateAnyMore() {
        send(5);
        for (int second = 0; second < 300; second++) {
            flow.sample(NOON.plusSeconds(second));
        }

        assertThat(flow.since(Duration.ofSeconds(60)).total()).isZero();
        assertThat(flow.total()).isEqualTo(5);
    }

    private void send(int messages) {
        for (int i = 0; i < messages; i++) {
            flow.succeeded(1);
        }
    }
}
