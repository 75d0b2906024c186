package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.util.List;
import java.util.Set;

/** Refuses a bundle in which nothing would run. */
final class RoutePresence implements Check {

    private static final Set<String> RUNNING = Set.of("from", "rest", "templatedRoute");
    private static final Set<String> TEMPLATES = Set.of("routeTemplate", "kamelet");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "routes");
        boolean readable = candidate.sources().findings().stream().noneMatch(Finding::refuses);
        if (readable && !hasRoute(candidate) && !hasBuilder(candidate)) {
            problems.error(Place.of(""), "the integration has no route", "add a file with a \"from\", or remove it");
        }
        return problems.found();
    }

    private static boolean hasRoute(Candidate candidate) {
        return candidate.sources().elements().anyMatch(RoutePresence::runs);
    }

    private static boolean runs(DslNode node) {
        return RUNNING.contains(node.name()) && node.enclosing(TEMPLATES).isEmpty();
    }

    private static boolean hasBuilder(Candidate candidate) {
        return candidate.sources().texts(FileRole.JAVA).values().stream()
                .anyMatch(java -> java.contains("RouteBuilder") || java.contains("from("));
    }
}
