package dev.serai.service.governance.model;

import dev.serai.foundation.Connection;
import dev.serai.foundation.secret.SecretUris;
import dev.serai.foundation.secret.SensitiveName;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;

/**
 * An endpoint as rules see it.
 *
 * @param uri the whole URI, placeholders resolved
 * @param component the Camel component behind it
 * @param role {@code source}, {@code poll} or {@code sink}
 * @param remote whether it leaves this process
 * @param dynamic whether its address is an expression
 * @param parameters what is set beside the URI
 * @param addresses parts of it that name hosts
 * @param connection the connection that it goes through
 * @param route id of its route
 * @param running whether it is used now, so that names may be looked up
 */
public record Target(
        String uri,
        String component,
        String role,
        boolean remote,
        boolean dynamic,
        Map<String, String> parameters,
        List<String> addresses,
        Optional<Connection> connection,
        String route,
        boolean running) {

    private static final String MASK = "••••";

    /** No endpoint, for a step that has none. */
    public static final Facts NONE =
            new Target("", "", "", false, false, Map.of(), List.of(), Optional.empty(), "", false).facts();

    public Target {
        parameters = Map.copyOf(parameters);
        addresses = List.copyOf(addresses);
    }

    /** What rules can ask of it. */
    public Facts facts() {
        Map<String, String> options = options();
        String scheme = dynamicScheme() ? "" : uri.split("[:?]", 2)[0];
        List<String> texts = texts(options);
        List<String> hosts = remote
                ? texts.stream()
                        .flatMap(text -> Addresses.hosts(text).stream())
                        .distinct()
                        .toList()
                : List.of();
        String protocol = texts.stream()
                .map(text -> Addresses.protocol(text, ""))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(component.isEmpty() ? scheme : connection.isPresent() ? component : scheme);
        return new Facts()
                .with("uri", URISupport.sanitizeUri(uri))
                .with("scheme", scheme)
                .with("component", component)
                .with("connection", connection.map(Connection::name).orElse(""))
                .with("role", role)
                .with("path", path())
                .with("protocol", protocol)
                .with("deprecated", false)
                .with("remote", remote)
                .with("dynamic", dynamic)
                .with("encrypted", !remote || Addresses.isEncrypted(protocol, component, encryption(options)))
                .with("hosts", hosts)
                .later("addresses", () -> running ? resolved(hosts) : List.of())
                .with("options", masked(options))
                .with("secrets", secrets(options))
                .with("route", route);
    }

    private boolean dynamicScheme() {
        String scheme = uri.split("[:?]", 2)[0];
        return scheme.contains("${") || scheme.contains("{{");
    }

    private String path() {
        String[] parts = URISupport.sanitizeUri(uri).split(":", 2);
        String rest = parts.length < 2 ? "" : parts[1].startsWith("//") ? parts[1].substring(2) : parts[1];
        return rest.split("\\?", 2)[0];
    }

    private List<String> texts(Map<String, String> options) {
        Stream<String> own = options.entrySet().stream()
                .filter(option -> Addresses.isNamed(option.getKey()))
                .map(Map.Entry::getValue);
        Stream<String> theirs = connection.stream().flatMap(Target::addressesOf);
        return Stream.of(theirs, addresses.stream(), own)
                .flatMap(texts -> texts)
                .toList();
    }

    /** The parameters of a connection that hold addresses. */
    static Stream<String> addressesOf(Connection connection) {
        return connection.parameters().entrySet().stream()
                .filter(parameter -> Addresses.isNamed(parameter.getKey()))
                .map(Map.Entry::getValue);
    }

    private Map<String, String> encryption(Map<String, String> options) {
        Map<String, String> all = new LinkedHashMap<>(options);
        connection.ifPresent(one -> all.putAll(one.parameters()));
        return all;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        int query = uri.indexOf('?');
        for (String pair : query < 0 ? new String[0] : uri.substring(query + 1).split("&")) {
            String[] parts = pair.split("=", 2);
            options.put(parts[0], parts.length < 2 ? "" : parts[1]);
        }
        parameters.forEach((name, value) -> options.put(StringHelper.dashToCamelCase(name), value));
        return options;
    }

    /** Options as they may be shown. */
    static Map<String, String> masked(Map<String, String> options) {
        Map<String, String> masked = new LinkedHashMap<>();
        options.forEach(
                (name, value) -> masked.put(name, SensitiveName.says(name) && SecretUris.isOpen(value) ? MASK : value));
        return masked;
    }

    private List<String> secrets(Map<String, String> options) {
        List<String> secrets = new ArrayList<>();
        options.forEach((name, value) -> {
            if (SensitiveName.says(name) && SecretUris.isOpen(value)) {
                secrets.add(name);
            }
        });
        if (SecretUris.openSecretsOf(uri).stream().anyMatch(what -> what.contains("@"))) {
            secrets.add("password before the @");
        }
        return secrets;
    }

    private static List<String> resolved(List<String> hosts) {
        List<String> addresses = new ArrayList<>();
        for (String host : hosts) {
            try {
                Stream.of(InetAddress.getAllByName(host))
                        .map(InetAddress::getHostAddress)
                        .forEach(addresses::add);
            } catch (UnknownHostException unknown) {
                // A name that nobody knows leads nowhere; whoever connects says so.
                continue;
            }
        }
        return addresses;
    }
}
