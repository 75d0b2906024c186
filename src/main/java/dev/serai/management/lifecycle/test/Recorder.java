package dev.serai.management.lifecycle.test;

import dev.serai.management.lifecycle.test.RouteTest.Mock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens around the routes during one test: who was reached with what, and what each answers. */
final class Recorder {

    /** A message that ended in a failure nothing handled. */
    record Failed(String message, Step step) {}

    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Failed> failures = new ArrayList<>();
    private final Map<Mock, Integer> asked = new HashMap<>();
    private final List<Mock> mocks;
    private final List<EndpointPattern> watched;
    private volatile Step lastStep = Step.NONE;
    private volatile boolean cancelled;

    /** The messages at every endpoint that the test names are recorded, inner ones too. */
    Recorder(RouteTest test) {
        this.mocks = test.mock();
        this.watched = test.expect().stream().map(Expectation::at).toList();
    }

    /** Of no test. */
    Recorder() {
        this.mocks = List.of();
        this.watched = List.of();
    }

    synchronized void arrived(Arrival arrival) {
        arrivals.add(arrival);
    }

    synchronized List<Arrival> arrivalsAt(EndpointPattern at) {
        return arrivals.stream()
                .filter(arrival -> at.matches(arrival.endpoint()))
                .toList();
    }

    synchronized List<String> reached() {
        return arrivals.stream().map(Arrival::endpoint).distinct().toList();
    }

    /** The next answer of an endpoint; null when it only takes what it gets. */
    synchronized @Nullable Answer answer(String uri) {
        for (Mock mock : mocks) {
            if (mock.at().matches(uri) && !mock.answers().isEmpty()) {
                int turn = asked.merge(mock, 1, Integer::sum) - 1;
                return mock.answers().get(Math.min(turn, mock.answers().size() - 1));
            }
        }
        return null;
    }

    synchronized void failed(Failed failure) {
        failures.add(failure);
    }

    synchronized List<Failed> failed() {
        return List.copyOf(failures);
    }

    boolean watches(String uri) {
        return watched.stream().anyMatch(pattern -> pattern.matches(uri));
    }

    void at(Step step) {
        lastStep = step;
    }

    Step lastStep() {
        return lastStep;
    }

    /** From now on every route step fails, which ends loops that routes are in. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }
}
