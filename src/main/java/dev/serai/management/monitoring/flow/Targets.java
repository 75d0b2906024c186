package dev.serai.management.monitoring.flow;

import java.net.URI;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.EndpointServiceLocation;
import org.jspecify.annotations.Nullable;

/** Says what an endpoint reaches. */
final class Targets {

    /** Their remaining part is a statement or a command: it may hold values, and each would be a system of its own. */
    private static final Set<String> STATEMENTS = Set.of("sql", "sql-stored", "jdbc", "exec");

    /** They begin by themselves: nobody is at the other end. */
    private static final Set<String> CLOCKS = Set.of("timer", "quartz", "cron", "scheduler");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._\\[\\]-]+(:\\d+)?");
    private static final int LONGEST = 120;

    private final Predicate<String> isConnection;

    /** @param isConnection whether a scheme is the name of a connection */
    Targets(Predicate<String> isConnection) {
        this.isConnection = isConnection;
    }

    Target of(Endpoint endpoint) {
        String uri = endpoint.getEndpointBaseUri();
        int colon = uri.indexOf(':');
        String scheme = colon < 0 ? uri : uri.substring(0, colon);
        String rest = colon < 0 ? "" : withoutSlashes(uri.substring(colon + 1));
        if (isConnection.test(scheme)) {
            return new Target(Target.Kind.connection, scheme);
        }
        return switch (scheme) {
            case "serai-dead-letter" -> Target.INSIDE;
            case "event" -> new Target(Target.Kind.event, rest);
            case "service" -> new Target(Target.Kind.service, rest);
            case "platform-http", "rest", "rest-openapi", "rest-api" ->
                new Target(Target.Kind.external, "http-clients");
            default -> outside(endpoint, scheme, rest);
        };
    }

    private static Target outside(Endpoint endpoint, String scheme, String rest) {
        if (STATEMENTS.contains(scheme)) {
            return external(scheme);
        }
        if (!endpoint.isRemote() && !scheme.equals("file") || CLOCKS.contains(scheme)) {
            return Target.INSIDE;
        }
        String place = scheme.equals("file") ? rest : location(endpoint, rest);
        return external(place.isEmpty() ? scheme : scheme + ":" + place);
    }

    private static Target external(String name) {
        return new Target(Target.Kind.external, name.length() > LONGEST ? name.substring(0, LONGEST) + "…" : name);
    }

    /** Host and port where the component tells them, otherwise the first part of the path: a topic, a queue, a bucket. */
    private static String location(Endpoint endpoint, String rest) {
        if (endpoint instanceof EndpointServiceLocation located) {
            String host = authority(located.getServiceUrl());
            if (!host.isEmpty()) {
                return host;
            }
        }
        String first = rest.split("/", 2)[0];
        return first.substring(first.lastIndexOf('@') + 1);
    }

    private static String authority(@Nullable String url) {
        if (url == null) {
            return "";
        }
        String place = url.contains("://") ? afterScheme(url) : url;
        String host = place.substring(place.lastIndexOf('@') + 1);
        Matcher plain = HOST.matcher(host);
        return plain.matches() ? host : "";
    }

    private static String afterScheme(String url) {
        try {
            String authority = URI.create(url).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String withoutSlashes(String text) {
        return text.startsWith("//") ? text.substring(2) : text;
    }
}
