package dev.serai.service.governance.model;

import dev.serai.foundation.Connection;
import dev.serai.foundation.FileRole;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Place;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.tooling.model.ComponentModel;

/** The endpoints of an integration's files as rules see them. */
final class EndpointFacts {

    private static final Set<String> BY_EXPRESSION =
            Set.of("recipientList", "routingSlip", "dynamicRouter", "enrich", "pollEnrich");
    private static final Pattern URI_IN_JAVA = Pattern.compile("\"([a-z][a-z0-9+-]*:[^\"\\s]+)\"");

    private final Candidate candidate;
    private final Surroundings surroundings;

    EndpointFacts(Candidate candidate, Surroundings surroundings) {
        this.candidate = candidate;
        this.surroundings = surroundings;
    }

    /** The endpoints that an element uses by itself; one without an address where an expression tells it. */
    List<Placed> of(DslNode node, String route) {
        List<Placed> written =
                Endpoint.of(node).map(endpoint -> written(endpoint, route)).toList();
        return written.isEmpty() && BY_EXPRESSION.contains(node.name()) ? List.of(unknown(node, route)) : written;
    }

    private static Placed unknown(DslNode node, String route) {
        String role = node.name().equals("pollEnrich") ? "poll" : "sink";
        Target target = new Target("", "", role, true, true, Map.of(), List.of(), Optional.empty(), route, false);
        return new Placed(target.facts(), node.place(), node.name());
    }

    private Placed written(Endpoint endpoint, String route) {
        Map<String, String> parameters = new LinkedHashMap<>();
        endpoint.parameters()
                .forEach((name, option) ->
                        parameters.put(name, resolved(option.value().value())));
        Target target = target(resolved(endpoint.uri().value()).strip(), role(endpoint.role()), parameters, route);
        return placed(target, endpoint.uri().place());
    }

    private Placed placed(Target target, Place place) {
        Facts facts = target.facts();
        facts.with(
                "deprecated",
                candidate
                        .distribution()
                        .component(target.component())
                        .map(ComponentModel::isDeprecated)
                        .orElse(false));
        return new Placed(facts, place, "endpoint " + facts.get("uri"));
    }

    private Target target(String uri, String role, Map<String, String> parameters, String route) {
        String scheme = uri.split("[:?]", 2)[0];
        String component = candidate.landscape().connections().getOrDefault(scheme, scheme);
        Optional<Connection> connection = surroundings.connection(scheme);
        Optional<ComponentModel> model = candidate.distribution().component(component);
        boolean dynamic = uri.contains("${");
        boolean remote =
                connection.isPresent() || model.map(ComponentModel::isRemote).orElse(scheme.contains("${"));
        List<String> addresses = connection.isPresent() || !remote ? List.of() : addresses(uri);
        return new Target(uri, component, role, remote, dynamic, parameters, addresses, connection, route, false);
    }

    /** The parts of the URI that the catalogue knows as addresses. */
    private List<String> addresses(String uri) {
        List<String> addresses = new ArrayList<>();
        try {
            candidate.distribution().catalog().endpointProperties(uri).forEach((name, value) -> {
                if (Addresses.isNamed(name)) {
                    addresses.add(value);
                }
            });
        } catch (URISyntaxException | RuntimeException unreadable) {
            // The gate's check of endpoints says what is wrong with the address.
            return List.of(uri);
        }
        String scheme = uri.split(":", 2)[0];
        if (scheme.equals("http") || scheme.equals("https")) {
            addresses.add(0, uri.split("\\?", 2)[0].replaceFirst("^(https?):(//)?(https?://)?", scheme + "://"));
        }
        return addresses;
    }

    private static String role(Endpoint.Role role) {
        return switch (role) {
            case CONSUMER -> "source";
            case POLLER -> "poll";
            case PRODUCER -> "sink";
        };
    }

    private String resolved(String text) {
        return candidate.placeholders().resolve(text);
    }

    /** The literals of Java files that look like URIs of a component or connection that there is. */
    List<Placed> inJava() {
        List<Placed> found = new ArrayList<>();
        candidate.sources().texts(FileRole.JAVA).forEach((file, text) -> {
            String[] lines = text.split("\\R", -1);
            for (int line = 0; line < lines.length; line++) {
                for (Matcher uri = URI_IN_JAVA.matcher(lines[line]); uri.find(); ) {
                    literal(uri, new Place(file, line + 1, uri.start(1) + 1), found);
                }
            }
        });
        return found;
    }

    private void literal(Matcher uri, Place place, List<Placed> found) {
        String text = resolved(uri.group(1));
        String scheme = text.split("[:?]", 2)[0];
        boolean known = candidate.landscape().connections().containsKey(scheme)
                || candidate.distribution().component(scheme).isPresent();
        if (known) {
            Target target = target(text, "sink", Map.of(), "");
            found.add(placed(target, place));
        }
    }
}
