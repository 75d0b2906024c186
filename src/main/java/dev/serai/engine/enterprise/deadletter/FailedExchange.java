package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.enterprise.deadletter.DeadLetter.Place;
import dev.serai.engine.enterprise.deadletter.DeadLetter.State;
import dev.serai.engine.message.Headers;
import dev.serai.engine.message.Payload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.util.URISupport;

/** What an exchange tells of its failure. */
final class FailedExchange {

    private FailedExchange() {}

    static Throwable cause(Exchange exchange) {
        Throwable caught = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        return caught == null ? new IllegalStateException("the route gave no reason") : caught;
    }

    static DeadLetter describe(Exchange exchange, String integration, int version, Payload payload) {
        return new DeadLetter(
                0,
                integration,
                version,
                EntryRoute.of(exchange),
                endpoint(exchange),
                exchange.getExchangeId(),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Diagnosis.of(cause(exchange)).summary(),
                place(exchange),
                Headers.simple(exchange.getMessage().getHeaders()),
                payload.type(),
                payload.bytes().length,
                0,
                State.KEPT);
    }

    private static String endpoint(Exchange exchange) {
        String failed = exchange.getProperty(ExchangePropertyKey.FAILURE_ENDPOINT, String.class);
        if (failed != null) {
            return URISupport.sanitizeUri(failed);
        }
        return exchange.getFromEndpoint() == null
                ? ""
                : URISupport.sanitizeUri(exchange.getFromEndpoint().getEndpointUri());
    }

    private static Place place(Exchange exchange) {
        String file = text(exchange.getProperty("SeraiFile"));
        Integer line = exchange.getProperty("SeraiLine", Integer.class);
        Integer index = exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX, Integer.class);
        return new Place(
                file.isEmpty() ? text(exchange.getMessage().getHeader(Exchange.FILE_NAME)) : file,
                line == null ? 0 : line,
                index == null ? 0 : index + 1,
                text(exchange.getProperty("SeraiField")));
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
