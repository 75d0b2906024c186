package dev.serai.management.lifecycle.test;

import dev.serai.management.lifecycle.test.Recorder.Failed;
import dev.serai.management.lifecycle.test.RouteTest.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what a test expects against what came. */
final class Evaluation {

    private final RouteTest test;
    private final Recorder recorder;
    private final Collection<String> endpoints;

    /** @param endpoints all endpoints of the routes, for names that match none */
    Evaluation(RouteTest test, Recorder recorder, Collection<String> endpoints) {
        this.test = test;
        this.recorder = recorder;
        this.endpoints = endpoints;
    }

    /** Why the test fails as things stand; empty when everything is as expected. */
    List<TestFailure> failures() {
        List<TestFailure> failures = new ArrayList<>(failedMessages());
        byEndpoint().forEach((at, expected) -> failures.addAll(at(at, expected)));
        test.mock().forEach(mock -> unknown(mock).ifPresent(failures::add));
        return failures;
    }

    /** Whether messages that are still to come could make the test pass. */
    boolean mayStillPass() {
        return failedMessages().isEmpty()
                && byEndpoint().entrySet().stream()
                        .anyMatch(group -> arrivals(group.getKey()).size() < count(group.getValue()))
                && byEndpoint().entrySet().stream()
                        .noneMatch(group -> arrivals(group.getKey()).size() > count(group.getValue()));
    }

    private Map<EndpointPattern, List<Expectation>> byEndpoint() {
        Map<EndpointPattern, List<Expectation>> groups = new LinkedHashMap<>();
        test.expect().stream()
                .filter(expectation -> expectation.fails() == null)
                .forEach(expectation -> groups.computeIfAbsent(expectation.at(), at -> new ArrayList<>())
                        .add(expectation));
        return groups;
    }

    private List<TestFailure> failedMessages() {
        List<Expectation> wanted = test.expect().stream()
                .filter(expectation -> expectation.fails() != null)
                .toList();
        if (wanted.isEmpty()) {
            return expectsErrorStatus()
                    ? List.of()
                    : recorder.failed().stream().map(this::unexpected).toList();
        }
        return wanted.stream()
                .filter(expectation -> recorder.failed().stream()
                        .noneMatch(failed -> failed.message().contains(String.valueOf(expectation.fails()))))
                .map(this::notFailed)
                .toList();
    }

    private boolean expectsErrorStatus() {
        return test.expect().stream().anyMatch(expectation -> expectation.isReply() && expectation.status() != 0);
    }

    private TestFailure unexpected(Failed failed) {
        return new TestFailure(
                "the message failed: " + failed.message(), null, failed.step(), test.line(), test.column());
    }

    private TestFailure notFailed(Expectation expectation) {
        String came = recorder.failed().isEmpty()
                ? "it did not fail"
                : "it failed with " + recorder.failed().get(0).message();
        return new TestFailure(
                "expected a failure with \"" + expectation.fails() + "\", but " + came,
                null,
                recorder.lastStep(),
                expectation.line(),
                expectation.column());
    }

    private List<TestFailure> at(EndpointPattern at, List<Expectation> expected) {
        List<Arrival> arrivals = arrivals(at);
        if (arrivals.size() != count(expected)) {
            return List.of(wrongCount(at, expected, arrivals));
        }
        List<Expectation> each = each(expected);
        return test.order() == Order.ANY ? anyOrder(at, each, arrivals) : strictOrder(at, each, arrivals);
    }

    private TestFailure wrongCount(EndpointPattern at, List<Expectation> expected, List<Arrival> arrivals) {
        int count = count(expected);
        boolean extra = arrivals.size() > count;
        Expectation blamed = expected.get(expected.size() - 1);
        String message = at.text() + " expected " + count + (count == 1 ? " message" : " messages") + ", got "
                + arrivals.size()
                + (extra
                        ? ", the first too many being "
                                + TextComparison.quoted(
                                        arrivals.get(count).body().text())
                        : "");
        Step step = extra ? arrivals.get(count).step() : recorder.lastStep();
        return new TestFailure(
                message + (arrivals.isEmpty() && count > 0 ? elsewhere(at) : ""),
                null,
                step,
                blamed.line(),
                blamed.column());
    }

    private String elsewhere(EndpointPattern at) {
        if (endpoints.stream().anyMatch(at::matches) || at.text().equals(Expectation.REPLY)) {
            List<String> reached = recorder.reached();
            return reached.isEmpty()
                    ? ", no outer endpoint was reached"
                    : ", reached were " + String.join(", ", reached);
        }
        return ", the routes have no such endpoint, " + Suggestion.hint(EndpointPattern.plain(at.text()), endpoints);
    }

    private List<TestFailure> strictOrder(EndpointPattern at, List<Expectation> each, List<Arrival> arrivals) {
        List<TestFailure> failures = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            Arrival arrival = arrivals.get(i);
            Expectation expectation = each.get(i);
            String which = at.text() + (each.size() == 1 ? "" : ", message " + (i + 1)) + " is not as expected";
            expectation
                    .difference(arrival)
                    .map(difference -> new TestFailure(
                            which, difference, arrival.step(), expectation.line(), expectation.column()))
                    .ifPresent(failures::add);
        }
        return failures;
    }

    private List<TestFailure> anyOrder(EndpointPattern at, List<Expectation> each, List<Arrival> arrivals) {
        int[] takenBy = new Pairing(each, arrivals).takenBy();
        List<Arrival> free = new ArrayList<>();
        boolean[] met = new boolean[each.size()];
        for (int i = 0; i < takenBy.length; i++) {
            if (takenBy[i] < 0) {
                free.add(arrivals.get(i));
            } else {
                met[takenBy[i]] = true;
            }
        }
        List<TestFailure> failures = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            if (!met[i]) {
                Arrival nearest = free.get(failures.size());
                failures.add(new TestFailure(
                        at.text() + " got no message like expectation " + (i + 1) + " (in any order)",
                        each.get(i).difference(nearest).orElse(null),
                        nearest.step(),
                        each.get(i).line(),
                        each.get(i).column()));
            }
        }
        return failures;
    }

    private Optional<TestFailure> unknown(RouteTest.Mock mock) {
        boolean known = endpoints.stream().anyMatch(mock.at()::matches)
                || recorder.reached().stream().anyMatch(mock.at()::matches);
        return known
                ? Optional.empty()
                : Optional.of(new TestFailure(
                        "the mock \"" + mock.at().text() + "\" answers for no endpoint of the routes, "
                                + Suggestion.hint(
                                        EndpointPattern.plain(mock.at().text()), endpoints),
                        null,
                        Step.NONE,
                        mock.line(),
                        mock.column()));
    }

    private List<Arrival> arrivals(EndpointPattern at) {
        return recorder.arrivalsAt(at);
    }

    private static int count(List<Expectation> expected) {
        return expected.stream().mapToInt(Expectation::count).sum();
    }

    private static List<Expectation> each(List<Expectation> expected) {
        List<Expectation> each = new ArrayList<>();
        for (Expectation expectation : expected) {
            for (int i = 0; i < expectation.count(); i++) {
                each.add(expectation);
            }
        }
        return each;
    }
}
