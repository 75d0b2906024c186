package dev.serai.management.lifecycle.gate;

import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Endpoint.Role;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds routes that call themselves through direct: whatever the message, so that no message ever comes to an end. */
final class DirectCycles {

    /** A call below one of these may not happen, so that a route may call itself there. */
    private static final Set<String> CONDITIONAL = Set.of(
            "choice",
            "filter",
            "split",
            "loop",
            "aggregate",
            "resequence",
            "idempotentConsumer",
            "doCatch",
            "onException",
            "onFallback",
            "onCompletion",
            "intercept",
            "interceptFrom",
            "interceptSendToEndpoint",
            "throttle",
            "saga",
            "routeTemplate",
            "kamelet");

    private static final Set<String> ROUTES = Set.of("route", "from");

    private final Candidate candidate;
    private final Problems problems;
    private final Map<String, List<Endpoint>> calls = new LinkedHashMap<>();

    DirectCycles(Candidate candidate, Problems problems) {
        this.candidate = candidate;
        this.problems = problems;
    }

    void check() {
        candidate.endpoints().stream()
                .filter(endpoint -> endpoint.role() == Role.PRODUCER
                        && endpoint.node().name().equals("to"))
                .filter(endpoint -> endpoint.scheme().equals("direct"))
                .filter(endpoint -> endpoint.node().enclosing(CONDITIONAL).isEmpty())
                .forEach(call -> caller(call.node())
                        .ifPresent(caller -> calls.computeIfAbsent(caller, name -> new ArrayList<>())
                                .add(call)));
        Set<String> told = new HashSet<>();
        calls.keySet().forEach(start -> follow(start, start, new ArrayDeque<>(), told, new HashSet<>()));
    }

    /** The direct: name that the route of a step begins with. */
    private Optional<String> caller(DslNode step) {
        return step.enclosing(ROUTES)
                .flatMap(route -> route.name().equals("from")
                        ? Optional.of(route)
                        : route.children("from").findFirst())
                .flatMap(from -> Endpoint.of(from).findFirst())
                .filter(from -> from.scheme().equals("direct"))
                .map(this::nameOf);
    }

    private void follow(String start, String at, Deque<String> trail, Set<String> told, Set<String> seen) {
        if (!seen.add(at)) {
            return;
        }
        trail.addLast(at);
        for (Endpoint call : calls.getOrDefault(at, List.of())) {
            String target = nameOf(call);
            if (target.equals(start) && told.addAll(trail)) {
                problems.error(
                        call.uri().place(),
                        "the route calls itself without end: " + String.join(" → ", trail) + " → " + start,
                        "put the call into a choice or filter that ends it");
            } else {
                follow(start, target, trail, told, seen);
            }
        }
        trail.removeLast();
    }

    private String nameOf(Endpoint endpoint) {
        return "direct:" + candidate.placeholders().resolve(endpoint.name());
    }
}
