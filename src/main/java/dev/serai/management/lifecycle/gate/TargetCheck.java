package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Endpoint.Role;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Follows what a route calls inside Serai: direct: and seda: routes, transformations, Kamelets. */
final class TargetCheck implements Check {

    private static final Set<String> PRIVATE = Set.of("direct", "seda");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "target");
        Targets targets = new Targets(candidate, problems, consumed(candidate));
        candidate.endpoints().stream()
                .filter(endpoint -> endpoint.role() == Role.PRODUCER)
                .forEach(targets::check);
        candidate.endpoints().stream()
                .filter(endpoint -> endpoint.role() == Role.CONSUMER)
                .forEach(targets::kamelet);
        new DirectCycles(candidate, problems).check();
        return problems.found();
    }

    private static Set<String> consumed(Candidate candidate) {
        Set<String> names = new TreeSet<>();
        candidate.endpoints().stream()
                .filter(endpoint -> endpoint.role() != Role.PRODUCER && PRIVATE.contains(endpoint.scheme()))
                .forEach(endpoint -> names.add(
                        endpoint.scheme() + ":" + candidate.placeholders().resolve(endpoint.name())));
        return names;
    }

    private record Targets(Candidate candidate, Problems problems, Set<String> consumed) {

        void check(Endpoint endpoint) {
            String name = candidate.placeholders().resolve(endpoint.name());
            if (name.isEmpty() || name.contains("{{") || name.contains("${")) {
                return;
            }
            switch (endpoint.scheme()) {
                case "direct", "seda" -> routeNamed(endpoint, endpoint.scheme() + ":" + name);
                case "transform" -> transformation(endpoint, name);
                default -> kamelet(endpoint);
            }
        }

        private void routeNamed(Endpoint endpoint, String target) {
            if (consumed.contains(target) || isTemplated(endpoint) || isInJava(target)) {
                return;
            }
            Optional<Map.Entry<String, Claim>> owner = owner(target);
            if (owner.isPresent()) {
                Claim claim = owner.get().getValue();
                problems.error(
                        endpoint.uri().place(),
                        "\"" + target + "\" belongs to " + owner.get().getKey() + " (" + claim.place() + ":"
                                + claim.line() + "), a direct: or seda: name is private to its integration",
                        "integrations call each other through service: and event:");
            } else if (target.startsWith("direct:")) {
                problems.error(
                        endpoint.uri().place(),
                        "no route of this integration begins with \"" + target + "\"",
                        Suggestion.hint(
                                target, consumed, "add one, or call another integration through service: or event:"));
            } else {
                problems.warning(
                        endpoint.uri().place(),
                        "no route of this integration begins with \"" + target + "\", messages will wait there",
                        Suggestion.hint(target, consumed, "add one"));
            }
        }

        private Optional<Map.Entry<String, Claim>> owner(String target) {
            return candidate.landscape().claims().entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(candidate.bundle().name()))
                    .flatMap(entry -> entry.getValue().stream()
                            .filter(claim -> claim.kind() == Claim.Kind.DIRECT
                                    && claim.value().equals(target))
                            .map(claim -> Map.entry(entry.getKey(), claim)))
                    .findFirst();
        }

        private static boolean isTemplated(Endpoint endpoint) {
            return endpoint.node().enclosing(Claims.TEMPLATES).isPresent();
        }

        /** A route builder in Java may begin with it; it is not run here to find out. */
        private boolean isInJava(String target) {
            return candidate.sources().texts(FileRole.JAVA).values().stream().anyMatch(java -> java.contains(target));
        }

        private void transformation(Endpoint endpoint, String name) {
            Set<String> known = candidate.landscape().transformations();
            if (!known.contains(name)) {
                problems.error(
                        endpoint.uri().place(),
                        "there is no transformation \"" + name + "\"",
                        Suggestion.hint(
                                name,
                                known,
                                known.isEmpty()
                                        ? "add the folder transformations/" + name
                                        : "expected one of " + Suggestion.list(known)));
            }
        }

        void kamelet(Endpoint endpoint) {
            String name = candidate.placeholders().resolve(endpoint.name()).split("/", 2)[0];
            if (!endpoint.scheme().equals("kamelet")
                    || Set.of("source", "sink").contains(name)
                    || name.contains("{{")) {
                return;
            }
            Set<String> known = kamelets();
            if (!known.contains(name) && !candidate.distribution().hasResource("kamelets/" + name + ".kamelet.yaml")) {
                problems.error(
                        endpoint.uri().place(),
                        "there is no Kamelet \"" + name + "\"",
                        Suggestion.hint(name, known, "put " + name + ".kamelet.yaml beside the route"));
            }
        }

        private Set<String> kamelets() {
            Set<String> known = new HashSet<>();
            candidate.bundle().paths().stream()
                    .filter(path -> FileRole.of(path) == FileRole.KAMELET)
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .forEach(file -> known.add(file.substring(0, file.length() - ".kamelet.yaml".length())));
            candidate
                    .sources()
                    .elements()
                    .filter(node -> node.name().equals("routeTemplate"))
                    .flatMap((DslNode node) -> node.attribute("id").stream())
                    .forEach(id -> known.add(id.value()));
            return known;
        }
    }
}
