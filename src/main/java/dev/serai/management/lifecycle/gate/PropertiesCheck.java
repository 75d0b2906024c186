package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import dev.serai.management.lifecycle.gate.source.PropertyLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** Checks the integration's own properties: their form, and the keys that configure Camel. */
final class PropertiesCheck implements Check {

    private static final Set<String> SERVED_BY_SERAI = Set.of("camel.server.", "camel.management.");
    private static final Set<String> GROUPS = Set.of(
            "main",
            "component",
            "dataformat",
            "language",
            "beans",
            "health",
            "rest",
            "variable",
            "ssl",
            "trace",
            "debug",
            "routecontroller",
            "routeController",
            "resilience4j",
            "faulttolerance",
            "threadpool",
            "lra",
            "metrics",
            "opentelemetry",
            "opentelemetry2",
            "telemetryDev",
            "vault",
            "server",
            "management",
            "jbang",
            "kamelet",
            "context",
            "startupcondition",
            "devConsole");

    @Override
    public List<Finding> check(Candidate candidate) {
        Problems problems = new Problems(candidate.bundle(), "properties");
        candidate.sources().texts(FileRole.PROPERTIES).forEach((path, text) -> new File(path, candidate, problems)
                .check(text));
        return problems.found();
    }

    private record File(String path, Candidate candidate, Problems problems) {

        void check(String text) {
            Map<String, Integer> lines = new HashMap<>();
            for (PropertyLine entry : PropertyLine.read(text)) {
                Place place = new Place(path, entry.line(), 1);
                if (!entry.fault().isEmpty()) {
                    problems.error(place, entry.fault(), "write the character itself, or \\u and four digits");
                    continue;
                }
                Integer first = lines.putIfAbsent(entry.key(), entry.line());
                if (first != null) {
                    problems.warning(
                            place,
                            "the key \"" + entry.key() + "\" was already set in line " + first + ", this line wins",
                            "keep one of the two");
                }
                missing(entry, place);
                camel(entry, place);
            }
        }

        private void missing(PropertyLine entry, Place place) {
            for (String name : candidate.placeholders().missing(entry.value(), Set.of())) {
                problems.error(
                        place,
                        "the property {{" + name + "}} has no value",
                        Suggestion.hint(
                                name,
                                candidate.properties().keySet(),
                                "add it, or give a default as in {{" + name + ":…}}"));
            }
        }

        private void camel(PropertyLine entry, Place place) {
            String key = entry.key();
            if (!key.startsWith("camel.")) {
                return;
            }
            if (SERVED_BY_SERAI.stream().anyMatch(key::startsWith)) {
                problems.warning(
                        place,
                        "\"" + key + "\" has no effect, Serai's shared server serves instead",
                        "set serai.http.* in config/application.properties");
                return;
            }
            String group = key.split("\\.", 3)[1].replaceAll("\\[.*", "");
            if (!GROUPS.contains(group)) {
                problems.error(
                        place,
                        "unknown key \"" + key + "\"",
                        Suggestion.hint(
                                "camel." + group,
                                GROUPS.stream().map(name -> "camel." + name).toList(),
                                ""));
                return;
            }
            if (key.split("\\.", 4).length
                    >= (Set.of("component", "dataformat", "language").contains(group) ? 4 : 3)) {
                option(entry, group, place);
            }
        }

        private void option(PropertyLine entry, String group, Place place) {
            String key = entry.key();
            ConfigurationPropertiesValidationResult result =
                    candidate.distribution().catalog().validateConfigurationProperty(key + "=" + entry.value());
            if (result.getUnknownComponent() != null) {
                problems.error(
                        place,
                        "unknown " + group + " \"" + result.getUnknownComponent() + "\" in \"" + key + "\"",
                        Suggestion.hint(result.getUnknownComponent(), names(group), ""));
            }
            if (result.getUnknown() != null && !result.getUnknown().isEmpty()) {
                problems.error(place, "unknown key \"" + key + "\"", Suggestion.hint(key, known(key, group), ""));
            }
            if (!entry.value().contains("{{")) {
                wrong(place, key, result.getInvalidBoolean(), "true or false");
                wrong(place, key, result.getInvalidInteger(), "a whole number");
                wrong(place, key, result.getInvalidNumber(), "a number");
                wrong(place, key, result.getInvalidDuration(), "a duration such as 5s");
                wrong(place, key, result.getInvalidEnum(), "one of " + String.join(", ", choices(result)));
            }
        }

        private static List<String> choices(ConfigurationPropertiesValidationResult result) {
            return result.getInvalidEnumChoices() == null
                    ? List.of()
                    : result.getInvalidEnumChoices().values().stream()
                            .flatMap(choices -> List.of(choices).stream())
                            .toList();
        }

        private void wrong(Place place, String key, @Nullable Map<String, String> wrong, String expected) {
            if (wrong != null && !wrong.isEmpty()) {
                problems.error(place, "the value of \"" + key + "\" does not fit, expected " + expected, "");
            }
        }

        private Collection<String> names(String group) {
            return switch (group) {
                case "component" -> candidate.distribution().components();
                case "language" -> candidate.distribution().languages();
                default -> candidate.distribution().dataFormats();
            };
        }

        private Collection<String> known(String key, String group) {
            if (!group.equals("component")) {
                boolean dashed = key.contains("-");
                return candidate.distribution().catalog().mainModel().getOptions().stream()
                        .map(BaseOptionModel::getName)
                        .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("camel." + group))
                        .map(name -> dashed ? name : StringHelper.dashToCamelCase(name))
                        .toList();
            }
            String scheme = key.split("\\.", 4)[2];
            return candidate.distribution().component(scheme).stream()
                    .flatMap(model -> model.getComponentOptions().stream())
                    .map(option -> "camel.component." + scheme + "." + option.getName())
                    .toList();
        }
    }
}
