package dev.serai.management.lifecycle.gate;

import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Claim.Kind;
import dev.serai.management.lifecycle.gate.source.DslNode;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Option;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Text;
import dev.serai.management.lifecycle.gate.source.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Collects the names that a bundle takes for itself. */
final class Claims {

    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch", "head");
    private static final Set<String> PRIVATE = Set.of("direct", "seda");
    static final Set<String> TEMPLATES = Set.of("routeTemplate", "kamelet");

    private final Candidate candidate;
    private final List<Claim> claims = new ArrayList<>();

    Claims(Candidate candidate) {
        this.candidate = candidate;
    }

    List<Claim> all() {
        candidate.sources().elements().forEach(this::routeId);
        candidate
                .sources()
                .elements()
                .filter(node -> node.name().equals("rest"))
                .forEach(this::rest);
        candidate.endpoints().stream()
                .filter(endpoint -> endpoint.role() == Endpoint.Role.CONSUMER)
                .filter(endpoint -> endpoint.node().enclosing(TEMPLATES).isEmpty())
                .forEach(this::consumer);
        claims.sort(Comparator.comparing(Claim::place).thenComparingInt(Claim::line));
        return claims;
    }

    private void routeId(DslNode node) {
        if (node.name().equals("route") && node.enclosing(TEMPLATES).isEmpty()) {
            node.attribute("id").ifPresent(id -> claim(Kind.ROUTE_ID, resolved(id), id.place()));
        }
        if (node.name().equals("templatedRoute")) {
            node.attribute("routeId").ifPresent(id -> claim(Kind.ROUTE_ID, resolved(id), id.place()));
        }
    }

    private void consumer(Endpoint endpoint) {
        Place place = endpoint.uri().place();
        String name = candidate.placeholders().resolve(endpoint.name());
        if (endpoint.scheme().equals("service")) {
            claim(Kind.SERVICE, name, place);
        } else if (PRIVATE.contains(endpoint.scheme())) {
            claim(Kind.DIRECT, endpoint.scheme() + ":" + name, place);
        } else if (endpoint.scheme().equals("platform-http")) {
            platformHttp(endpoint, name);
        } else if (endpoint.scheme().equals("rest-openapi")) {
            contract(name.split("#", 2)[0], "", place);
        }
    }

    private void platformHttp(Endpoint endpoint, String name) {
        String path = option(endpoint, "path").orElse(name);
        boolean prefix =
                option(endpoint, "matchOnUriPrefix").filter("true"::equals).isPresent();
        String methods = option(endpoint, "httpMethodRestrict").orElse("*");
        for (String method : methods.split(",")) {
            http(method.strip(), prefix ? path + "/*" : path, endpoint.uri().place());
        }
    }

    /** The value of an option, from the parameters or from the query of the URI. */
    private Optional<String> option(Endpoint endpoint, String name) {
        Option parameter = endpoint.parameters().get(name);
        if (parameter != null) {
            return Optional.of(resolved(parameter.value()));
        }
        Matcher query = Pattern.compile("[?&]" + name + "=([^&]*)")
                .matcher(endpoint.uri().value());
        return query.find() ? Optional.of(candidate.placeholders().resolve(query.group(1))) : Optional.empty();
    }

    private void rest(DslNode rest) {
        String above =
                contextPath() + "/" + rest.attribute("path").map(this::resolved).orElse("");
        rest.children().stream().filter(verb -> VERBS.contains(verb.name())).forEach(verb -> {
            Optional<Text> path = verb.attribute("path").or(() -> verb.attribute("uri"));
            http(
                    verb.name().toUpperCase(Locale.ROOT),
                    above + "/" + path.map(this::resolved).orElse(""),
                    path.map(Text::place).orElse(verb.place()));
        });
        rest.children("openApi").forEach(api -> api.attribute("specification")
                .ifPresent(spec -> contract(resolved(spec), contextPath(), spec.place())));
    }

    private String contextPath() {
        return candidate
                .sources()
                .elements()
                .filter(node -> node.name().equals("restConfiguration"))
                .flatMap(node -> node.attribute("contextPath").stream())
                .findFirst()
                .map(this::resolved)
                .orElse(candidate
                        .properties()
                        .getOrDefault(
                                "camel.rest.contextPath",
                                candidate.properties().getOrDefault("camel.rest.context-path", "")));
    }

    /** Every operation of an OpenAPI contract that lies in the bundle. */
    private void contract(String specification, String contextPath, Place place) {
        String file = specification.replaceFirst("^(classpath|file):(//)?", "");
        if (!candidate.bundle().contains(file)) {
            return;
        }
        Node document = Yaml.quietly(file, candidate.bundle().text(file)).orElse(null);
        if (Yaml.find(document, "paths") instanceof MappingNode paths) {
            String above = contextPath.isEmpty() ? basePath(document) : contextPath;
            Yaml.entries(paths).forEach((path, entry) -> {
                if (entry.getValueNode() instanceof MappingNode operations) {
                    Yaml.entries(operations).keySet().stream()
                            .filter(VERBS::contains)
                            .forEach(verb -> http(verb.toUpperCase(Locale.ROOT), above + path, place));
                }
            });
        }
    }

    private static String basePath(@org.jspecify.annotations.Nullable Node document) {
        if (Yaml.find(document, "basePath") instanceof ScalarNode basePath) {
            return basePath.getValue();
        }
        if (Yaml.find(document, "servers") instanceof SequenceNode servers
                && !servers.getValue().isEmpty()
                && Yaml.find(servers.getValue().get(0), "url") instanceof ScalarNode url) {
            return url.getValue().replaceFirst("^https?://[^/]*", "");
        }
        return "";
    }

    private void http(String method, String path, Place place) {
        String normal =
                ("/" + path).replaceAll("/+", "/").replaceAll("\\{[^}]*}", "{}").replaceAll("(?<=.)/$", "");
        claim(Kind.HTTP_PATH, method.toUpperCase(Locale.ROOT) + " " + normal, place);
    }

    private String resolved(Text text) {
        return candidate.placeholders().resolve(text.value());
    }

    private void claim(Kind kind, String value, Place place) {
        claims.add(new Claim(kind, value, candidate.bundle().place(place.file()), place.line()));
    }
}
