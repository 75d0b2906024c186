package dev.serai.management.monitoring.connection;

import dev.serai.foundation.Connection;
import dev.serai.management.monitoring.flow.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.health.HealthCheck.State;
import org.jspecify.annotations.Nullable;

/**
 * One connection: what its probes said, and what its calls did. A call that failed may have failed by its message's fault: only a probe
 * tells that the system is away, and only for one without a probe the calls decide.
 */
final class Watched {

    private static final Duration LONGEST_PROBE = Duration.ofSeconds(15);

    private record Probed(Instant at, long millis, Optional<String> error) {}

    private record Use(List<String> usedBy, List<Flow> calls) {}

    private final Connection connection;
    private final Function<String, Optional<String>> probe;
    private final AtomicLong probingSince = new AtomicLong();
    private volatile @Nullable Probed probed;
    private volatile @Nullable Instant probeFailedAt;
    private volatile @Nullable Instant probeAnsweredAt;
    private volatile Use use = new Use(List.of(), List.of());

    Watched(Connection connection, Function<String, Optional<String>> probe) {
        this.connection = connection;
        this.probe = probe;
    }

    String name() {
        return connection.name();
    }

    /** Whether this watches the connection as it is now, not one that was replaced. */
    boolean watches(Connection now) {
        return connection.equals(now);
    }

    void used(List<String> usedBy, List<Flow> calls) {
        use = new Use(List.copyOf(usedBy), List.copyOf(calls));
    }

    /** Whether a probe should be sent: it is in use and the last one is old, or a call has failed since. */
    boolean isDue(Duration interval) {
        if (!hasProbe() || use.usedBy.isEmpty() || probingSince.get() != 0) {
            return false;
        }
        Probed last = probed;
        return last == null
                || last.at.plus(interval).isBefore(Instant.now())
                || newest(Flow::lastFailure).filter(last.at::isBefore).isPresent();
    }

    private boolean hasProbe() {
        return !connection.connector().probe().isEmpty();
    }

    /** Sends the probe and waits for what comes of it; another that is under way is not waited for. */
    void probe() {
        if (!probingSince.compareAndSet(0, System.nanoTime())) {
            return;
        }
        long begin = System.nanoTime();
        try {
            note(probe.apply(connection.name()), begin);
        } catch (RuntimeException e) {
            note(Optional.of(e.getClass().getSimpleName()), begin);
        } finally {
            probingSince.set(0);
        }
    }

    private void note(Optional<String> error, long begin) {
        Instant now = Instant.now();
        probed = new Probed(now, (System.nanoTime() - begin) / 1_000_000, error);
        if (error.isPresent()) {
            probeFailedAt = now;
        } else {
            probeAnsweredAt = now;
        }
    }

    ConnectionStatus status() {
        Optional<Instant> success = latest(probeAnsweredAt, newest(Flow::lastSuccess));
        Optional<Instant> failure = latest(probeFailedAt, newest(Flow::lastFailure));
        Optional<String> error = error(success, failure);
        State health = error.isPresent() ? State.DOWN : success.isPresent() ? State.UP : State.UNKNOWN;
        return new ConnectionStatus(
                connection.name(),
                connection.connector().name(),
                connection.connector().title(),
                health,
                latency(),
                success.orElse(null),
                failure.orElse(null),
                error.orElse(null),
                use.usedBy);
    }

    /** Why it is down; empty when nothing says that it is. */
    private Optional<String> error(Optional<Instant> success, Optional<Instant> failure) {
        if (isProbeHanging()) {
            return Optional.of("no answer to the probe for " + LONGEST_PROBE.toSeconds() + " s");
        }
        Probed last = probed;
        if (hasProbe()) {
            return last == null || success.filter(last.at::isBefore).isPresent() ? Optional.empty() : last.error;
        }
        boolean failsNow =
                failure.isPresent() && !success.filter(failure.get()::isBefore).isPresent();
        return failsNow
                ? use.calls.stream()
                        .map(Flow::lastError)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isProbeHanging() {
        long since = probingSince.get();
        return since != 0 && System.nanoTime() - since > LONGEST_PROBE.toNanos();
    }

    private @Nullable Long latency() {
        Probed last = probed;
        Optional<Instant> call = newest(Flow::lastSuccess);
        if (last != null && call.filter(last.at::isBefore).isEmpty()) {
            return last.millis;
        }
        return use.calls.stream()
                .filter(flow -> flow.lastSuccess().equals(call) && call.isPresent())
                .map(Flow::lastMillis)
                .findFirst()
                .orElse(null);
    }

    private Optional<Instant> newest(Function<Flow, Optional<Instant>> what) {
        return use.calls.stream().map(what).flatMap(Optional::stream).max(Instant::compareTo);
    }

    private static Optional<Instant> latest(@Nullable Instant one, Optional<Instant> other) {
        return Stream.concat(Stream.of(one).filter(Objects::nonNull), other.stream())
                .max(Instant::compareTo);
    }
}
