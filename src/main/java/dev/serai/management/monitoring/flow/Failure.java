package dev.serai.management.monitoring.flow;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** Names what went wrong with an exchange. The message of an exception may quote the payload: its class is all that is told. */
final class Failure {

    private Failure() {}

    static String of(Exchange exchange) {
        Throwable failure = exchange.getException() != null
                ? exchange.getException()
                : exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
        if (failure == null) {
            return "failed";
        }
        while (failure.getCause() != null && failure.getCause() != failure) {
            failure = failure.getCause();
        }
        return failure.getClass().getSimpleName();
    }
}
