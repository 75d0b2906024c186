package dev.serai.management.monitoring.metrics;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks again only after a while, and gives the answer of before until then. */
public final class Seldom<T> implements Supplier<T> {

    private final Duration patience;
    private final Supplier<T> source;
    private @Nullable T answer;
    private long asked;

    public Seldom(Duration patience, Supplier<T> source) {
        this.patience = patience;
        this.source = source;
    }

    @Override
    public synchronized T get() {
        T known = answer;
        if (known != null && System.nanoTime() - asked < patience.toNanos()) {
            return known;
        }
        T fresh = source.get();
        answer = fresh;
        asked = System.nanoTime();
        return fresh;
    }
}
