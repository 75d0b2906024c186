package dev.serai.management.monitoring.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.WrapAwareProcessor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/**
 * A span for each step of a sampled message. Camel's own tracer waits for each step on the thread that began it, and records what is logged
 * and what exceptions say; this one goes on when the step calls back, and takes no payload.
 */
final class StepSpans implements InterceptStrategy {

    private final Tracer tracer;
    private final String integration;

    StepSpans(Tracer tracer, String integration) {
        this.tracer = tracer;
        this.integration = integration;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
        return new TracedNode(definition, target);
    }

    /** What is the same for every message at a step. */
    private record Description(String name, SpanKind kind, Attributes attributes) {

        static Description of(String integration, NamedNode node) {
            String route = route(node);
            boolean sends = Names.SENDING.contains(node.getShortName());
            Attributes attributes = Attributes.builder()
                    .put(Names.INTEGRATION, integration)
                    .put(Names.ROUTE, route)
                    .put(Names.STEP, String.valueOf(node.getId()))
                    .put(Names.STEP_KIND, node.getShortName())
                    .put(Names.ENDPOINT, sends ? endpoint(node) : null)
                    .build();
            return new Description(
                    integration + "/" + route + "/" + node.getId(),
                    sends ? SpanKind.CLIENT : SpanKind.INTERNAL,
                    attributes);
        }

        /** Without its options, where passwords may stand. */
        private static String endpoint(NamedNode node) {
            String label = URISupport.sanitizeUri(String.valueOf(node.getLabel()));
            int query = label.indexOf('?');
            return query < 0 ? label : label.substring(0, query);
        }

        private static String route(NamedNode node) {
            NamedNode up = node;
            while (up != null && !(up instanceof NamedRoute)) {
                up = up.getParent();
            }
            return up instanceof NamedRoute route ? String.valueOf(route.getRouteId()) : "";
        }
    }

    private final class TracedNode extends DelegateAsyncProcessor implements WrapAwareProcessor {

        private final NamedNode node;
        private final Processor target;
        private final boolean sends;
        private volatile @Nullable Description description;

        TracedNode(NamedNode node, Processor target) {
            super(target);
            this.node = node;
            this.target = target;
            this.sends = Names.SENDING.contains(node.getShortName());
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            ActiveSpan around = ActiveSpan.of(exchange);
            if (around == null) {
                return super.process(exchange, callback);
            }
            if (!around.isSampled()) {
                if (sends) {
                    around.announce(exchange);
                }
                return super.process(exchange, callback);
            }
            ActiveSpan step = around.step(begin(around));
            step.activate(exchange);
            return super.process(exchange, doneSync -> {
                end(step, around, exchange);
                callback.done(doneSync);
            });
        }

        private Span begin(ActiveSpan around) {
            Description known = description();
            SpanBuilder builder =
                    tracer.spanBuilder(known.name()).setParent(around.context()).setSpanKind(known.kind());
            return builder.setAllAttributes(known.attributes()).startSpan();
        }

        /** A node has its id when the first message comes. */
        private Description description() {
            Description known = description;
            if (known == null) {
                known = Description.of(integration, node);
                description = known;
            }
            return known;
        }

        private void end(ActiveSpan step, ActiveSpan around, Exchange exchange) {
            Failures.note(step.span(), exchange.getException());
            step.span().end();
            around.activate(exchange);
        }

        @Override
        public Processor getWrapped() {
            return target;
        }
    }
}
