package dev.serai.management.monitoring.history;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The last failed and the slowest messages of one route. Whether a message is among the slowest is told without a lock, as all messages ask:
 * two that ask at once may both be taken, and the faster is then dropped.
 */
final class RouteHistory {

    private final int mostFailed;
    private final int mostSlow;
    private final long windowNanos;
    private final LongSupplier clock;
    private final Deque<RecordedExchange> failed = new ArrayDeque<>();
    private final List<Slow> slow = new ArrayList<>();
    private volatile long leastNanos = -1;
    private volatile long nextExpiryNanos;

    private record Slow(RecordedExchange exchange, long nanos, long expiresNanos) {}

    /** @param clock as {@link System#nanoTime} */
    RouteHistory(int mostFailed, int mostSlow, Duration window, LongSupplier clock) {
        this.mostFailed = mostFailed;
        this.mostSlow = mostSlow;
        this.windowNanos = window.toNanos();
        this.clock = clock;
    }

    /** Whether a message that took so long would be among the slowest now. */
    boolean isSlow(long nanos) {
        return nanos > leastNanos || clock.getAsLong() - nextExpiryNanos > 0;
    }

    synchronized void addFailed(RecordedExchange exchange) {
        failed.addLast(exchange);
        if (failed.size() > mostFailed) {
            failed.removeFirst();
        }
    }

    synchronized void addSlow(RecordedExchange exchange, long nanos) {
        expire();
        slow.add(new Slow(exchange, nanos, clock.getAsLong() + windowNanos));
        slow.sort(Comparator.comparingLong(Slow::nanos).reversed());
        if (slow.size() > mostSlow) {
            slow.remove(slow.size() - 1);
        }
        raise();
    }

    private void expire() {
        long now = clock.getAsLong();
        slow.removeIf(one -> one.expiresNanos - now < 0);
        raise();
    }

    private void raise() {
        leastNanos = slow.size() < mostSlow ? -1 : slow.get(slow.size() - 1).nanos;
        nextExpiryNanos = slow.stream().mapToLong(Slow::expiresNanos).min().orElse(clock.getAsLong() + windowNanos);
    }

    /** The failed ones, newest first, then the slow ones, slowest first. */
    synchronized List<RecordedExchange> all() {
        expire();
        List<RecordedExchange> all = new ArrayList<>();
        failed.descendingIterator().forEachRemaining(all::add);
        slow.forEach(one -> all.add(one.exchange));
        return all;
    }
}
