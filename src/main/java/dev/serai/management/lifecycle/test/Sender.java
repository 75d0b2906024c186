package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.management.lifecycle.test.RouteTest.Given;
import dev.serai.management.lifecycle.test.RouteTest.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.util.URISupport;

/** Hands the messages of a test to the routes. */
final class Sender {

    private static final Pattern REQUEST_LINE =
            Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE) (/[^?\\s]*)(?:\\?(\\S*))?");
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final CamelContext context;
    private final HttpEntries http;

    Sender(CamelContext context, HttpEntries http) {
        this.context = context;
        this.http = http;
    }

    /**
     * What is wrong with a target, before anything is sent.
     *
     * @return a sentence; empty when there is a route behind it
     */
    Optional<String> problem(Target target) {
        if (target.kind() == Target.Kind.ROUTE) {
            return context.getRoute(target.name()) != null
                    ? Optional.empty()
                    : Optional.of("there is no route \"" + target.name() + "\"; "
                            + Suggestion.hint(target.name(), routeIds()));
        }
        if (REQUEST_LINE.matcher(target.name()).matches()) {
            return request(target.name()).isPresent()
                    ? Optional.empty()
                    : Optional.of("no route serves \"" + target.name() + "\"; "
                            + Suggestion.hint(target.name(), httpLabels()));
        }
        return route(target).isPresent()
                ? Optional.empty()
                : Optional.of("no route consumes \"" + target.name() + "\"; "
                        + Suggestion.hint(EndpointPattern.plain(target.name()), entryPoints()));
    }

    /** Sends one message and waits until the route gave it back. */
    Arrival send(Given given, boolean replyExpected) throws Exception {
        Optional<Request> request =
                given.to().kind() == Target.Kind.ENDPOINT ? request(given.to().name()) : Optional.empty();
        if (request.isPresent()) {
            return sendRequest(given, request.get());
        }
        Route route = route(given.to()).orElseThrow();
        ExchangePattern pattern = replyExpected ? ExchangePattern.InOut : ExchangePattern.InOnly;
        Exchange exchange = fill(route.getEndpoint().createExchange(pattern), given);
        if (isCalledFromInside(route)) {
            try (ProducerTemplate template = context.createProducerTemplate()) {
                template.send(route.getEndpoint(), exchange);
            }
        } else {
            process(route.getConsumer().getProcessor(), exchange, route.getRouteId());
        }
        return Messages.arrival(Expectation.REPLY, exchange);
    }

    private Arrival sendRequest(Given given, Request request) throws Exception {
        Exchange exchange = request.entry().endpoint().createExchange(ExchangePattern.InOut);
        request.headers().forEach(exchange.getMessage()::setHeader);
        if (given.body().value() instanceof String text && isJson(text)) {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        }
        process(request.entry().processor(), fill(exchange, given), "");
        boolean failed = exchange.getException() != null;
        int status =
                exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, failed ? SERVER_ERROR : OK, Integer.class);
        String explanation = failed ? " (" + Observer.told(exchange.getException()) + ")" : "";
        return Messages.arrival(Expectation.REPLY, exchange, failed ? SERVER_ERROR : status, explanation);
    }

    private static void process(Processor processor, Exchange exchange, String routeId) throws Exception {
        if (!routeId.isEmpty()) {
            exchange.getExchangeExtension().setFromRouteId(routeId);
        }
        processor.process(exchange);
    }

    private static Exchange fill(Exchange exchange, Given given) {
        exchange.getMessage().setBody(given.body().value());
        given.headers().forEach(exchange.getMessage()::setHeader);
        given.properties().forEach(exchange::setProperty);
        return exchange;
    }

    private Optional<Route> route(Target target) {
        if (target.kind() == Target.Kind.ROUTE) {
            return Optional.ofNullable(context.getRoute(target.name()));
        }
        EndpointPattern pattern = new EndpointPattern(target.name());
        return context.getRoutes().stream()
                .filter(route -> pattern.matches(route.getEndpoint().getEndpointUri()))
                .findFirst();
    }

    private static boolean isCalledFromInside(Route route) {
        return !(route.getEndpoint() instanceof StandInEndpoint)
                && List.of("direct", "seda", "stub").stream()
                        .anyMatch(scheme -> route.getEndpoint().getEndpointUri().startsWith(scheme + ":"));
    }

    private Optional<Request> request(String line) {
        Matcher matcher = REQUEST_LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String method = matcher.group(1);
        String path = matcher.group(2);
        String query = matcher.group(3);
        return http.all().stream()
                .filter(entry -> entry.match(method, path).isPresent())
                .max(Comparator.comparingInt(HttpEntry::literals))
                .map(entry -> Request.of(entry, method, path, query == null ? "" : query));
    }

    private List<String> routeIds() {
        return context.getRoutes().stream().map(Route::getRouteId).sorted().toList();
    }

    private List<String> httpLabels() {
        return http.all().stream().map(HttpEntry::label).sorted().toList();
    }

    /** All that routes consume, as a test may name it. */
    private List<String> entryPoints() {
        List<String> all = new ArrayList<>(context.getRoutes().stream()
                .map(route -> EndpointPattern.plain(
                        URISupport.sanitizeUri(route.getEndpoint().getEndpointUri())))
                .sorted()
                .toList());
        all.addAll(httpLabels());
        return all;
    }

    private static boolean isJson(String text) {
        JsonNode json = Content.ofText(text).json();
        return json != null;
    }

    /** A request and the path that serves it. */
    private record Request(HttpEntry entry, Map<String, String> headers) {

        static Request of(HttpEntry entry, String method, String path, String query) {
            Map<String, String> headers =
                    new LinkedHashMap<>(entry.match(method, path).orElse(Map.of()));
            for (String pair : query.split("&")) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    headers.put(
                            HttpEntry.decoded(name), equals < 0 ? "" : HttpEntry.decoded(pair.substring(equals + 1)));
                }
            }
            headers.put(Exchange.HTTP_METHOD, method);
            headers.put(Exchange.HTTP_PATH, path);
            headers.put(Exchange.HTTP_URI, path);
            headers.put(Exchange.HTTP_QUERY, query);
            return new Request(entry, headers);
        }
    }
}
