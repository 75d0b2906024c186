package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Option;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds files that the routes read from the class path, and that are not there. */
final class ResourceCheck implements Check {

    private static final Pattern CLASSPATH = Pattern.compile("^(?:resource:)?classpath:(?://)?/?([^?#]+)");
    private static final Pattern SCHEME = Pattern.compile("^[a-z-]{2,}:.*");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "resource");
        candidate.sources().elements().forEach(node -> texts(node).forEach(text -> {
            Matcher resource = CLASSPATH.matcher(candidate.placeholders().resolve(text.value()));
            if (resource.find()) {
                check(resource.group(1), text.place(), candidate, problems);
            }
        }));
        candidate.endpoints().forEach(endpoint -> endpoint(endpoint, candidate, problems));
        candidate
                .sources()
                .elements()
                .filter(node -> node.name().equals("openApi"))
                .flatMap(node -> node.attribute("specification").stream())
                .filter(text -> !SCHEME.matcher(text.value()).matches())
                .forEach(text -> check(text.value(), text.place(), candidate, problems));
        return problems.found();
    }

    private static Stream<Text> texts(DslNode node) {
        Stream<Text> options = node.maps().values().stream()
                .flatMap(map -> map.values().stream())
                .map(Option::value);
        return Stream.of(node.attributes().values().stream(), node.inline().stream(), options)
                .flatMap(texts -> texts);
    }

    private static void endpoint(Endpoint endpoint, Candidate candidate, Problems problems) {
        if (!readsResource(endpoint, candidate)) {
            return;
        }
        String name = candidate.placeholders().resolve(endpoint.name());
        Matcher explicit = CLASSPATH.matcher(name);
        if (explicit.find()) {
            check(explicit.group(1), endpoint.uri().place(), candidate, problems);
        } else if (!name.isEmpty() && !SCHEME.matcher(name).matches()) {
            check(name.split("#", 2)[0], endpoint.uri().place(), candidate, problems);
        }
    }

    private static boolean readsResource(Endpoint endpoint, Candidate candidate) {
        return candidate
                .distribution()
                .component(endpoint.scheme())
                .filter(model -> model.getEndpointPathOptions().stream()
                        .anyMatch(option -> option.getName().equals("resourceUri")))
                .isPresent();
    }

    private static void check(String path, Place place, Candidate candidate, Problems problems) {
        boolean open = path.contains("${") || path.contains("{{");
        if (!open
                && !candidate.bundle().contains(path)
                && !candidate.distribution().hasResource(path)) {
            problems.error(
                    place,
                    "the file \"" + path + "\" is not in the integration",
                    Suggestion.hint(path, candidate.bundle().paths(), "put it beside the route"));
        }
    }
}
