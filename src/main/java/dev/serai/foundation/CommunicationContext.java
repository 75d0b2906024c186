package dev.serai.foundation;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks, in which conversation, until when: carried with a message from integration to integration as headers.
 *
 * @param correlationId the conversation
 * @param traceparent W3C trace context; empty when there is none
 * @param principal the authenticated caller; empty when there is none
 * @param tenant for whom; empty when there is none
 * @param deadline after it nobody waits for the answer any more; null when there is none
 */
public record CommunicationContext(
        String correlationId,
        String traceparent,
        String principal,
        String tenant,
        @Nullable Instant deadline) {

    public static final String CORRELATION_ID = "X-Correlation-ID";
    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";
    public static final String BAGGAGE = "baggage";

    /** Exchange property with the {@code traceparent} of what is done with the message at the moment, where Serai traces. */
    public static final String TRACE = "SeraiTraceparent";

    private static final int TRACEPARENT_LENGTH = 55;
    private static final int SPAN_AT = 36;

    public static final String PRINCIPAL = "Serai-Principal";
    public static final String TENANT = "Serai-Tenant";
    public static final String DEADLINE = "Serai-Deadline";

    /** What the message's headers say; a message without a correlation id begins a conversation, named by its exchange. */
    public static CommunicationContext of(Exchange exchange) {
        Message message = exchange.getMessage();
        String correlation = text(message, CORRELATION_ID);
        return new CommunicationContext(
                correlation.isEmpty() ? conversation(exchange) : correlation,
                text(message, TRACEPARENT),
                text(message, PRINCIPAL),
                text(message, TENANT),
                deadline(text(message, DEADLINE)));
    }

    /** The W3C trace context of a message: that of the step it is at where Serai traces, otherwise what it came with; empty when there is none. */
    public static String traceparent(Exchange exchange) {
        Object own = exchange.getProperty(TRACE);
        return own == null ? text(exchange.getMessage(), TRACEPARENT) : own.toString();
    }

    /** The trace's id in a {@code traceparent}; empty when it is none. */
    public static String traceId(String traceparent) {
        return isTraceparent(traceparent) ? traceparent.substring(3, SPAN_AT - 1) : "";
    }

    /** The span's id in a {@code traceparent}; empty when it is none. */
    public static String spanId(String traceparent) {
        return isTraceparent(traceparent) ? traceparent.substring(SPAN_AT, SPAN_AT + 16) : "";
    }

    /** It comes from strangers and is shown to people, so that its form counts: {@code 00-<32 hexadecimal>-<16>-<2>}. */
    private static boolean isTraceparent(String text) {
        return text.length() >= TRACEPARENT_LENGTH
                && text.charAt(2) == '-'
                && text.charAt(SPAN_AT - 1) == '-'
                && isHexadecimal(text, 3, SPAN_AT - 1)
                && isHexadecimal(text, SPAN_AT, SPAN_AT + 16);
    }

    private static boolean isHexadecimal(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String conversation(Exchange exchange) {
        String id = exchange.getExchangeId();
        return id == null ? UUID.randomUUID().toString() : id;
    }

    private static String text(Message message, String header) {
        Object value = message.getHeader(header);
        return value == null ? "" : value.toString();
    }

    private static @Nullable Instant deadline(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            // A stranger's header: without a time in it there is no deadline.
            return null;
        }
    }

    /** Writes the context into headers, replacing what they said of it. */
    public void into(Map<String, Object> headers) {
        headers.put(CORRELATION_ID, correlationId);
        put(headers, TRACEPARENT, traceparent);
        put(headers, PRINCIPAL, principal);
        put(headers, TENANT, tenant);
        put(headers, DEADLINE, deadline == null ? "" : deadline.toString());
    }

    private static void put(Map<String, Object> headers, String name, String value) {
        headers.remove(name);
        if (!value.isEmpty()) {
            headers.put(name, value);
        }
    }
}
