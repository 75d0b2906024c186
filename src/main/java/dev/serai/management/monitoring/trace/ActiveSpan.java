package dev.serai.management.monitoring.trace;

import dev.serai.foundation.CommunicationContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;

/**
 * The span of what is done with a message at the moment. It stands in the exchange, never in a thread: a message goes on wherever it is called
 * back. Its text is its {@code traceparent}, which is how the log and the message history read it.
 */
final class ActiveSpan {

    private final Span span;
    private final Context context;
    private final String routeId;
    private final String exchangeId;
    private final ActiveSpan entry;
    private final String traceparent;

    private ActiveSpan(Span span, Context parent, String routeId, String exchangeId, @Nullable ActiveSpan entry) {
        this.span = span;
        this.context = parent.with(span);
        this.routeId = routeId;
        this.exchangeId = exchangeId;
        this.entry = entry == null ? this : entry;
        this.traceparent = traceparent(span.getSpanContext());
    }

    private static String traceparent(SpanContext context) {
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }

    /** The span of a message that begins at a route. */
    static ActiveSpan entry(Span span, Context parent, Route route, Exchange exchange) {
        return new ActiveSpan(span, parent, route.getRouteId(), exchange.getExchangeId(), null);
    }

    /** The span of a step within. */
    ActiveSpan step(Span step) {
        return new ActiveSpan(step, context, routeId, exchangeId, entry);
    }

    static @Nullable ActiveSpan of(Exchange exchange) {
        return exchange.getProperty(CommunicationContext.TRACE) instanceof ActiveSpan active ? active : null;
    }

    /** The span with which the message began there; null when it began elsewhere. */
    static @Nullable ActiveSpan entryAt(Route route, Exchange exchange) {
        ActiveSpan active = of(exchange);
        return active != null && active.beganAt(route, exchange) ? active.entry : null;
    }

    private boolean beganAt(Route route, Exchange exchange) {
        return routeId.equals(route.getRouteId()) && exchangeId.equals(exchange.getExchangeId());
    }

    /** Makes it the one that is active, for what follows in this exchange and for whom it is sent to. */
    void activate(Exchange exchange) {
        exchange.setProperty(CommunicationContext.TRACE, this);
        exchange.getMessage().setHeader(CommunicationContext.TRACEPARENT, traceparent);
    }

    /** For whom it is sent to, though the route removed the headers. */
    void announce(Exchange exchange) {
        exchange.getMessage().setHeader(CommunicationContext.TRACEPARENT, traceparent);
    }

    boolean isSampled() {
        return span.getSpanContext().isSampled();
    }

    Span span() {
        return span;
    }

    Context context() {
        return context;
    }

    @Override
    public String toString() {
        return traceparent;
    }
}
