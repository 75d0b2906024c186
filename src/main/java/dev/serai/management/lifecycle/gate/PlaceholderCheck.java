package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Option;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds <code>{{name}}</code> without a value. */
final class PlaceholderCheck implements Check {

    private static final Set<String> PARAMETERS = Set.of("parameters", "templateParameter");
    private static final Set<String> LOCAL_BEANS = Set.of("beans", "templateBean");
    private static final Set<String> GIVEN = Set.of("templateId", "routeId", "kameletId", "uuid");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "property");
        candidate.sources().elements().forEach(node -> node(node, candidate, problems));
        return problems.found();
    }

    private static void node(DslNode node, Candidate candidate, Problems problems) {
        Stream<Text> options = node.maps().values().stream()
                .flatMap(map -> map.values().stream())
                .map(Option::value);
        Stream.of(node.attributes().values().stream(), node.inline().stream(), options)
                .flatMap(texts -> texts)
                .filter(text -> text.value().contains("{{"))
                .forEach(text -> text(text, node, candidate, problems));
    }

    private static void text(Text text, DslNode node, Candidate candidate, Problems problems) {
        for (String name : candidate.placeholders().missing(text.value(), parameters(node))) {
            problems.error(
                    text.at("{{" + name),
                    "the property {{" + name + "}} has no value",
                    Suggestion.hint(
                            name,
                            candidate.properties().keySet(),
                            "add it to application.properties, or give a default as in {{" + name + ":…}}"));
        }
    }

    /** The parameters of the template that the element is part of. */
    private static Set<String> parameters(DslNode node) {
        Optional<DslNode> template =
                Claims.TEMPLATES.contains(node.name()) ? Optional.of(node) : node.enclosing(Claims.TEMPLATES);
        if (template.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new HashSet<>(GIVEN);
        template.get().walk().forEach(below -> {
            if (PARAMETERS.contains(below.name()) || LOCAL_BEANS.contains(below.name())) {
                below.attribute("name").ifPresent(name -> names.add(name.value()));
            }
        });
        return names;
    }
}
