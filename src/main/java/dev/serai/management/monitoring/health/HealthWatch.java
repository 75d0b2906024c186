package dev.serai.management.monitoring.health;

import dev.serai.engine.enterprise.event.Subscription;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.management.monitoring.RunningIntegration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.health.HealthCheck.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that runs. It compares with what it saw before: one thread does the looking. */
public final class HealthWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final Deadlocks deadlocks = new Deadlocks();
    private final CamelChecks camel = new CamelChecks();
    private final RouteProgress progress;
    private final Supplier<Optional<String>> store;

    /**
     * @param subscriptions of the event bus
     * @param store why the store does not answer; empty when it does
     */
    public HealthWatch(Supplier<List<Subscription>> subscriptions, Supplier<Optional<String>> store) {
        this.store = store;
        this.progress = new RouteProgress(List.of(
                new StalledExchanges(),
                new SilentPollers(),
                new SilentClocks(),
                new WaitingQueues(),
                new EventBacklogs(subscriptions)));
    }

    /**
     * Looks at everything now.
     *
     * @param running what serves
     * @param statuses all integrations
     * @param critical whether an integration that does not serve is critical
     */
    public Health look(
            List<RunningIntegration> running, List<IntegrationStatus> statuses, Predicate<IntegrationStatus> critical) {
        List<CheckResult> checks = new ArrayList<>();
        Optional<String> deadlock = deadlocks.find();
        checks.add(CheckResult.ofNode("process", deadlock.isEmpty(), deadlock.orElse("")));
        Optional<String> lost = storeProblem();
        checks.add(CheckResult.told("store", lost.isEmpty(), lost.orElse("")));
        statuses.forEach(status -> checks.add(state(status, critical)));
        running.forEach(one -> checks.addAll(look(one)));
        checks.sort(Comparator.comparing(CheckResult::name));
        boolean ready = checks.stream().noneMatch(check -> check.critical() && check.isDown());
        return new Health(Instant.now(), deadlock.isEmpty(), ready, checks);
    }

    private Optional<String> storeProblem() {
        try {
            return store.get();
        } catch (RuntimeException e) {
            return Optional.of("the store does not answer: " + e.getMessage());
        }
    }

    private static CheckResult state(IntegrationStatus status, Predicate<IntegrationStatus> critical) {
        boolean failed = status.state() == IntegrationState.FAILED;
        return new CheckResult(
                status.name() + "/state",
                status.name(),
                failed && critical.test(status),
                failed ? State.DOWN : status.version() == null ? State.UNKNOWN : State.UP,
                failed ? status.name() + " was accepted but does not run; see: serai status " + status.name() : "",
                Map.of("state", status.state().name()));
    }

    /** One whose checks throw is stopped at this moment, or has a check of its own that is broken. */
    private List<CheckResult> look(RunningIntegration one) {
        try {
            return Stream.concat(camel.look(one), progress.look(one)).toList();
        } catch (RuntimeException e) {
            boolean running = one.context().isStarted();
            if (running) {
                LOG.warn("the health of {} cannot be told", one.label(), e);
            }
            return List.of(new CheckResult(
                    one.name() + "/checks",
                    one.name(),
                    false,
                    running ? State.DOWN : State.UNKNOWN,
                    running
                            ? one.label() + ": its checks fail with "
                                    + e.getClass().getSimpleName()
                            : "",
                    Map.of()));
        }
    }
}
