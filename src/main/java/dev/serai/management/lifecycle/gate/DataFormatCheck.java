package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Distribution;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.Text;
import java.util.List;
import java.util.Set;

/** Finds data formats that do not exist, or that this distribution lacks. */
final class DataFormatCheck implements Check {

    private static final Set<String> OWNERS = Set.of("marshal", "unmarshal", "dataFormats", "dataFormatTransformer");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "data-format");
        candidate
                .sources()
                .elements()
                .filter(node -> OWNERS.contains(node.name()))
                .flatMap(node -> node.children().stream())
                .forEach(node -> element(node, candidate, problems));
        candidate.endpoints().stream()
                .filter(endpoint -> endpoint.scheme().equals("dataformat"))
                .forEach(endpoint -> endpoint(endpoint, candidate, problems));
        return problems.found();
    }

    private static void element(DslNode node, Candidate candidate, Problems problems) {
        if (node.name().equals("univocityHeader")) {
            return;
        }
        if (node.name().equals("custom")) {
            node.attribute("ref")
                    .filter(ref ->
                            !ref.value().contains("{{") && !candidate.beans().contains(ref.value()))
                    .filter(ref -> candidate.sources().texts(FileRole.JAVA).isEmpty())
                    .ifPresent(ref -> check(ref.value(), ref.place(), candidate, problems));
            return;
        }
        String library = node.attribute("library")
                .or(() -> node.attribute("type"))
                .map(Text::value)
                .orElse("");
        check(Distribution.dataFormatName(node.name(), library), node.place(), candidate, problems);
    }

    private static void endpoint(Endpoint endpoint, Candidate candidate, Problems problems) {
        String name = endpoint.name().split(":", 2)[0];
        if (!name.contains("{{") && !candidate.beans().contains(name)) {
            check(name, endpoint.uri().at(name), candidate, problems);
        }
    }

    private static void check(String name, Place place, Candidate candidate, Problems problems) {
        Distribution distribution = candidate.distribution();
        if (name.isEmpty() || distribution.hasDataFormat(name)) {
            return;
        }
        var model = distribution.catalog().dataFormatModel(name);
        if (model == null) {
            problems.error(
                    place,
                    "unknown data format \"" + name + "\"",
                    Suggestion.hint(
                            name,
                            distribution.dataFormats(),
                            "expected one of " + Suggestion.list(distribution.dataFormats())));
        } else {
            problems.error(
                    place,
                    "data format \"" + name + "\" needs " + model.getArtifactId()
                            + ", which this distribution does not have",
                    "use one that it has: " + Suggestion.list(distribution.dataFormats()) + "; or "
                            + Distribution.howToAdd(model));
        }
    }
}
