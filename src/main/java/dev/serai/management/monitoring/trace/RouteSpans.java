package dev.serai.management.monitoring.trace;

import dev.serai.foundation.CommunicationContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Begins a span where a message comes to an integration, as a part of the trace that it came with, and ends it with its route. */
final class RouteSpans extends RoutePolicySupport {

    private final Tracer tracer;
    private final String integration;
    private final int version;

    RouteSpans(Tracer tracer, String integration, int version) {
        this.tracer = tracer;
        this.integration = integration;
        this.version = version;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        boolean comesHere = route.getRouteId().equals(exchange.getFromRouteId());
        if (comesHere && ActiveSpan.entryAt(route, exchange) == null) {
            begin(route, exchange);
        }
    }

    private void begin(Route route, Exchange exchange) {
        Context parent = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), exchange.getMessage(), MessageHeaders.GETTER);
        Span span = builder(route, parent).startSpan();
        if (span.isRecording()) {
            describe(span, route, exchange);
        }
        ActiveSpan.entry(span, parent, route, exchange).activate(exchange);
    }

    private SpanBuilder builder(Route route, Context parent) {
        return tracer.spanBuilder(integration + "/" + route.getRouteId())
                .setParent(parent)
                .setSpanKind(kind(Names.scheme(route.getEndpoint().getEndpointBaseUri())));
    }

    private static SpanKind kind(String scheme) {
        if (Names.ANSWERING.contains(scheme)) {
            return SpanKind.SERVER;
        }
        return Names.OWN.contains(scheme) ? SpanKind.INTERNAL : SpanKind.CONSUMER;
    }

    private void describe(Span span, Route route, Exchange exchange) {
        String uri = route.getEndpoint().getEndpointBaseUri();
        span.setAttribute(Names.INTEGRATION, integration);
        span.setAttribute(Names.VERSION, (long) version);
        span.setAttribute(Names.ROUTE, route.getRouteId());
        span.setAttribute(Names.EXCHANGE, exchange.getExchangeId());
        String scheme = Names.scheme(uri);
        if (scheme.equals("platform-http")) {
            String method = exchange.getMessage().getHeader(Exchange.HTTP_METHOD, String.class);
            span.setAttribute(Names.HTTP_METHOD, method == null ? "_OTHER" : method);
            span.setAttribute(Names.HTTP_ROUTE, Names.target(uri));
        } else if (kind(scheme) == SpanKind.CONSUMER) {
            span.setAttribute(Names.DESTINATION, Names.target(uri));
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        ActiveSpan active = ActiveSpan.entryAt(route, exchange);
        if (active == null) {
            return;
        }
        // A caller's headers are not to be answered with ours.
        exchange.getMessage().removeHeader(CommunicationContext.TRACEPARENT);
        Span span = active.span();
        if (span.isRecording()) {
            Failures.note(span, failure(exchange));
            noteStatus(span, route, exchange);
        }
        span.end();
    }

    private static @Nullable Throwable failure(Exchange exchange) {
        if (exchange.getException() != null) {
            return exchange.getException();
        }
        return exchange.getExchangeExtension().isErrorHandlerHandledSet()
                        && exchange.getExchangeExtension().isErrorHandlerHandled()
                ? exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class)
                : null;
    }

    private static void noteStatus(Span span, Route route, Exchange exchange) {
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status != null
                && Names.scheme(route.getEndpoint().getEndpointBaseUri()).equals("platform-http")) {
            span.setAttribute(Names.HTTP_STATUS, status.longValue());
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR);
            }
        }
    }
}
