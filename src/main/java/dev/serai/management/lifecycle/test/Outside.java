package dev.serai.management.lifecycle.test;

import dev.serai.management.lifecycle.test.Answer.Failure;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/** Everything that the routes reach beyond themselves, played by the test that runs. */
final class Outside {

    /** Components that work inside the integration: these are real in a test, all others are replaced. */
    static final Set<String> INSIDE = Set.of(
            "bean",
            "class",
            "controlbus",
            "data-type",
            "dataformat",
            "direct",
            "json-validator",
            "jslt",
            "jq",
            "kamelet",
            "language",
            "log",
            "mock",
            "platform-http",
            "ref",
            "rest",
            "rest-api",
            "rest-openapi",
            "saga",
            "seda",
            "stub",
            "transform",
            "validator",
            "xj",
            "xslt",
            "xslt-saxon",
            "freemarker",
            "velocity",
            "mustache",
            "mvel",
            "string-template",
            "thymeleaf",
            "jolt",
            "jsonata",
            "jte",
            "json-patch");

    private volatile Recorder recorder = new Recorder();

    /** Another test begins. */
    void play(Recorder next) {
        recorder = next;
    }

    static boolean isOutside(String scheme) {
        return !INSIDE.contains(scheme.toLowerCase(Locale.ROOT));
    }

    Recorder recorder() {
        return recorder;
    }

    /** A route sends a message to an outer endpoint. */
    void receives(String uri, Exchange exchange) throws Exception {
        Recorder current = recorder;
        current.arrived(Messages.arrival(URISupport.sanitizeUri(uri), exchange));
        Answer answer = current.answer(uri);
        if (answer != null) {
            answer(answer, uri, exchange);
        }
    }

    /** A route fetches a message from an outer endpoint. */
    @Nullable
    Exchange fetched(Endpoint endpoint) {
        Answer answer = recorder.answer(endpoint.getEndpointUri());
        if (answer == null) {
            return null;
        }
        Exchange exchange = endpoint.createExchange();
        try {
            answer(answer, endpoint.getEndpointUri(), exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        return exchange;
    }

    private static void answer(Answer answer, String uri, Exchange exchange) throws Exception {
        if (answer.failure() != null) {
            throw exception(answer.failure(), uri, exchange);
        }
        if (answer.body().given()) {
            exchange.getMessage().setBody(answer.body().value());
        }
        exchange.getMessage().getHeaders().putAll(answer.headers());
    }

    private static Exception exception(Failure failure, String uri, Exchange exchange) {
        if (failure.status() != 0) {
            return new HttpOperationFailedException(
                    URISupport.sanitizeUri(uri), failure.status(), failure.message(), null, Map.of(), "");
        }
        try {
            return exchange.getContext()
                    .getClassResolver()
                    .resolveMandatoryClass(failure.exception(), Exception.class)
                    .getConstructor(String.class)
                    .newInstance(failure.message());
        } catch (ReflectiveOperationException e) {
            return new IllegalArgumentException(
                    "the mock for " + URISupport.sanitizeUri(uri) + " fails with " + failure.exception()
                            + ", which is no exception with a message: " + e,
                    e);
        }
    }
}
