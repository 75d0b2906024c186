package dev.serai.management.lifecycle.gate;

import dev.serai.management.lifecycle.gate.catalog.Suggestion;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Endpoint.Role;
import dev.serai.management.lifecycle.gate.source.Option;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/** Holds the options of one endpoint against the catalog. */
final class EndpointOptions {

    private final Endpoint endpoint;
    private final String scheme;
    private final ComponentModel model;
    private final Candidate candidate;
    private final Problems problems;

    EndpointOptions(Endpoint endpoint, String scheme, ComponentModel model, Candidate candidate, Problems problems) {
        this.endpoint = endpoint;
        this.scheme = scheme;
        this.model = model;
        this.candidate = candidate;
        this.problems = problems;
    }

    void check(String uri) {
        if (hasFixedWords()) {
            return;
        }
        try {
            String full = full(model.getScheme() + uri.substring(scheme.length()));
            EndpointValidationResult result = candidate
                    .distribution()
                    .catalog()
                    .validateEndpointProperties(
                            full, false, endpoint.role() == Role.CONSUMER, endpoint.role() == Role.PRODUCER);
            tell(result);
        } catch (URISyntaxException | IllegalArgumentException e) {
            tellUnreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Camel's catalog takes each word of a component's syntax for an option, and cannot digest the one that has fixed words: jt400. */
    private boolean hasFixedWords() {
        return model.getSyntax().contains("QSYS.LIB");
    }

    private void tellUnreadable(String message) {
        if (endpoint.name().isEmpty()
                && !isConnection()
                && endpoint.parameters().isEmpty()) {
            problems.error(
                    endpoint.uri().place(), "nothing follows \"" + scheme + ":\"", "expected " + model.getSyntax());
        } else if (!isConnection() && !endpoint.uri().value().contains("{{")) {
            problems.error(
                    endpoint.uri().place(),
                    "the endpoint URI cannot be read: " + message,
                    "expected " + model.getSyntax());
        }
    }

    /** The URI with the parameters of the element added to it, as Camel will. */
    private String full(String uri) throws URISyntaxException {
        Map<String, Object> added = new LinkedHashMap<>();
        endpoint.parameters().forEach((key, option) -> {
            String value = candidate.placeholders().resolve(option.value().value());
            if (!value.startsWith("{{?")) {
                added.put(StringHelper.dashToCamelCase(key), value);
            }
        });
        if (added.isEmpty()) {
            return uri;
        }
        if (uri.indexOf(':') < 0) {
            Map<String, String> texts = new LinkedHashMap<>();
            added.forEach((key, value) -> texts.put(key, value.toString()));
            return candidate.distribution().catalog().asEndpointUri(model.getScheme(), texts, false);
        }
        return URISupport.appendParametersToURI(uri, added);
    }

    private void tell(EndpointValidationResult result) {
        if (result.getSyntaxError() != null) {
            tellUnreadable(result.getSyntaxError());
        }
        Set<String> known = names();
        for (String name : ownOptionsOfKamelet() ? Set.<String>of() : each(result.getUnknown())) {
            error(
                    name,
                    "option \"" + name + "\" is unknown",
                    Suggestion.hint(name, known, "it has " + Suggestion.list(known)));
        }
        wrong(result.getInvalidBoolean(), "true or false");
        wrong(withoutDurations(result.getInvalidInteger()), "a whole number");
        wrong(result.getInvalidNumber(), "a number");
        wrong(result.getInvalidDuration(), "a duration such as 5s or 1500");
        wrong(result.getInvalidReference(), "a bean reference such as #name");
        each(result.getInvalidEnum()).forEach((name, value) -> wrongEnum(name, value, result));
        each(result.getRequired()).stream()
                .filter(this::isMissing)
                .forEach(name -> error(
                        name,
                        "option \"" + name + "\" is missing",
                        "expected " + model.getSyntax() + requiredHint(name)));
        each(result.getNotConsumerOnly())
                .forEach(name -> warn(name, "is for sending, but the endpoint is received from"));
        each(result.getNotProducerOnly()).forEach(name -> warn(name, "is for receiving, but the endpoint is sent to"));
    }

    /** What a Kamelet takes is told by its own definition, not by the component. */
    private boolean ownOptionsOfKamelet() {
        return model.getScheme().equals("kamelet");
    }

    private String requiredHint(String name) {
        return model.getSyntax().contains(name) ? "" : "?" + name + "=…";
    }

    private void wrongEnum(String name, String value, EndpointValidationResult result) {
        List<String> choices = List.of(result.getInvalidEnumChoices().getOrDefault(name, new String[0]));
        if (!isOpen(value)) {
            error(
                    name,
                    "option \"" + name + "\" is \"" + shown(name, value) + "\", expected one of "
                            + String.join(", ", choices),
                    Suggestion.hint(value, choices, ""));
        }
    }

    private void wrong(@Nullable Map<String, String> wrong, String expected) {
        each(wrong).forEach((name, value) -> {
            if (!isOpen(value)) {
                error(name, "option \"" + name + "\" is \"" + shown(name, value) + "\", expected " + expected, "");
            }
        });
    }

    /** Camel reads 5s as 5000 wherever a long is expected, which the catalog does not know. */
    private Map<String, String> withoutDurations(@Nullable Map<String, String> wrong) {
        Map<String, String> left = new LinkedHashMap<>(each(wrong));
        left.entrySet()
                .removeIf(entry -> options()
                                .anyMatch(option ->
                                        option.getName().equals(entry.getKey()) && "long".equals(option.getJavaType()))
                        && candidate.distribution().catalog().validateTimePattern(entry.getValue()));
        return left;
    }

    /** Whether a part of the value is known at run time only. */
    private static boolean isOpen(String value) {
        return value.contains("{{") || value.contains("${") || value.contains("$simple{");
    }

    private String shown(String name, String value) {
        return options().filter(option -> option.getName().equals(name)).anyMatch(BaseOptionModel::isSecret)
                ? "•••"
                : value;
    }

    private boolean isMissing(String name) {
        Map<String, String> properties = candidate.properties();
        String prefix = "camel.component." + model.getScheme() + ".";
        return !isConnection()
                && !properties.containsKey(prefix + name)
                && !properties.containsKey(prefix + StringHelper.camelCaseToDash(name));
    }

    private boolean isConnection() {
        return candidate.landscape().connections().containsKey(scheme);
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        options().forEach(option -> names.add(option.getName()));
        return names;
    }

    private java.util.stream.Stream<BaseOptionModel> options() {
        return java.util.stream.Stream.concat(
                model.getEndpointParameterOptions().stream(), model.getEndpointPathOptions().stream());
    }

    private void error(String option, String message, String hint) {
        problems.error(place(option), scheme + " " + message, hint);
    }

    private void warn(String option, String message) {
        problems.warning(place(option), scheme + " option \"" + option + "\" " + message, "remove it");
    }

    private Place place(String option) {
        return Optional.ofNullable(endpoint.parameters().get(option))
                .or(() -> Optional.ofNullable(endpoint.parameters().get(StringHelper.camelCaseToDash(option))))
                .map(Option::key)
                .orElseGet(() -> endpoint.uri().at(option + "="));
    }

    private static Set<String> each(@Nullable Set<String> names) {
        return names == null ? Set.of() : names;
    }

    private static Map<String, String> each(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : values;
    }
}
