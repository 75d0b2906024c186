package dev.serai.management.monitoring.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.serai.foundation.CommunicationContext;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;

/**
 * The integration on whose behalf something was logged, and the message it was about. It is told, in this order, by the message that the thread
 * has in hand, by the key {@code integration} of the logging context, by Camel's key there, or by the name of a thread that Camel made; all but
 * the second are {@code name@version}.
 *
 * @param integration its name
 * @param version number of the version; empty when not told
 * @param message the message; {@link Message#NONE} when it was about none
 */
record LogOwner(String integration, String version, Message message) {

    static final String INTEGRATION = "integration";
    static final String VERSION = "version";
    private static final String CAMEL_CONTEXT = "camel.contextId";
    private static final String CAMEL_THREAD = "Camel (";

    /**
     * A message under way; what is not known of it is empty.
     *
     * @param route the route it is at
     * @param exchange Camel's id of it
     * @param trace W3C id of its trace
     * @param span W3C id of the step it is at
     */
    record Message(String route, String exchange, String trace, String span) {

        static final Message NONE = new Message("", "", "", "");

        private static Message of(Exchange exchange) {
            String trace = CommunicationContext.traceparent(exchange);
            String route = ExchangeHelper.getAtRouteId(exchange);
            return new Message(
                    route == null ? "" : route,
                    exchange.getExchangeId(),
                    CommunicationContext.traceId(trace),
                    CommunicationContext.spanId(trace));
        }
    }

    /** The owner of what this thread logs; the event must be looked at on the thread that logs. */
    static Optional<LogOwner> of(ILoggingEvent event) {
        return of(event.getMDCPropertyMap()::get, event.getThreadName());
    }

    static Optional<LogOwner> of(Function<String, @Nullable String> keys, @Nullable String thread) {
        Exchange exchange = ExchangeInHand.get();
        if (exchange != null) {
            Optional<LogOwner> owner = parse(exchange.getContext().getName(), Message.of(exchange));
            if (owner.isPresent()) {
                return owner;
            }
        }
        String integration = keys.apply(INTEGRATION);
        if (integration != null) {
            String version = keys.apply(VERSION);
            return Optional.of(new LogOwner(integration, version == null ? "" : version, Message.NONE));
        }
        String context = keys.apply(CAMEL_CONTEXT);
        return parse(context != null ? context : contextIn(thread), Message.NONE);
    }

    /** How it is shown: {@code orders@7}, or {@code orders} when the version is not known. */
    String label() {
        return version.isEmpty() ? integration : integration + "@" + version;
    }

    private static @Nullable String contextIn(@Nullable String thread) {
        if (thread == null || !thread.startsWith(CAMEL_THREAD)) {
            return null;
        }
        int end = thread.indexOf(')', CAMEL_THREAD.length());
        return end < 0 ? null : thread.substring(CAMEL_THREAD.length(), end);
    }

    private static Optional<LogOwner> parse(@Nullable String label, Message message) {
        int at = label == null ? -1 : label.lastIndexOf('@');
        if (label == null || at <= 0) {
            return Optional.empty();
        }
        return Optional.of(new LogOwner(label.substring(0, at), label.substring(at + 1), message));
    }
}
