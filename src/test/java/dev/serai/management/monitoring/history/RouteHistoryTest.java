package dev.serai.management.monitoring.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.management.monitoring.history.RecordedExchange.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RouteHistoryTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 50);
    private final RouteHistory history = new RouteHistory(3, 2, Duration.ofNanos(100), clock::get);

    @Test
    void keepsTheNewestFailedOnes() {
        for (int id = 1; id <= 5; id++) {
            history.addFailed(exchange(id, Kind.FAILED));
        }

        assertThat(history.all()).extracting(RecordedExchange::id).containsExactly(5L, 4L, 3L);
    }

    @Test
    void keepsTheSlowestOnes() {
        assertThat(history.isSlow(0)).isTrue();
        history.addSlow(exchange(1, Kind.SLOW), 10);
        history.addSlow(exchange(2, Kind.SLOW), 30);
        assertThat(history.isSlow(10)).isFalse();
        assertThat(history.isSlow(11)).isTrue();

        history.addSlow(exchange(3, Kind.SLOW), 20);

        assertThat(history.all()).extracting(RecordedExchange::id).containsExactly(2L, 3L);
        assertThat(history.isSlow(20)).isFalse();
    }

    @Test
    void forgetsSlowOnesAfterTheWindow() {
        history.addSlow(exchange(1, Kind.SLOW), 1_000);
        history.addSlow(exchange(2, Kind.SLOW), 2_000);

        clock.addAndGet(101);

        assertThat(history.isSlow(1)).isTrue();
        history.addSlow(exchange(3, Kind.SLOW), 1);
        assertThat(history.all()).extracting(RecordedExchange::id).containsExactly(3L);
    }

    private static RecordedExchange exchange(long id, Kind kind) {
        return new RecordedExchange(id, "x", "orders", "intake", 1, kind, Instant.EPOCH, 1, null, null, 0, List.of());
    }
}
