package dev.serai.management.monitoring.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Where two counters stood at each look; one that never moved keeps a single sample. */
public final class Samples {

    private static final int MOST = 128;

    private record Sample(Instant at, long total, long failed) {}

    /**
     * What came within a span of time.
     *
     * @param length how long it was; zero before the second sample
     * @param total messages
     * @param failed those of them that failed
     */
    public record Span(Duration length, long total, long failed) {

        static final Span NONE = new Span(Duration.ZERO, 0, 0);

        public double perSecond() {
            return rate(total);
        }

        public double failedPerSecond() {
            return rate(failed);
        }

        private double rate(long count) {
            double seconds = length.toNanos() / 1e9;
            return seconds <= 0 ? 0 : Math.round(count / seconds * 1000) / 1000.0;
        }
    }

    private final Deque<Sample> kept = new ArrayDeque<>(2);

    synchronized void add(Instant now, long total, long failed) {
        Sample last = kept.peekLast();
        boolean still = last != null && last.total == total && last.failed == failed;
        if (still && kept.size() == 1) {
            kept.clear();
        } else if (kept.size() == MOST) {
            kept.removeFirst();
        }
        kept.addLast(new Sample(now, total, failed));
    }

    synchronized Span since(Duration ago) {
        Sample last = kept.peekLast();
        if (last == null) {
            return Span.NONE;
        }
        Instant begin = last.at.minus(ago);
        Sample first = kept.stream()
                .filter(sample -> !sample.at.isBefore(begin))
                .findFirst()
                .orElse(last);
        return new Span(Duration.between(first.at, last.at), last.total - first.total, last.failed - first.failed);
    }
}
