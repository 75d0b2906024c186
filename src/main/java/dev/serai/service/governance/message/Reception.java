package dev.serai.service.governance.message;

import dev.serai.service.governance.model.Facts;
import java.util.function.BiFunction;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/** Asks policies before the first step of every route that receives from outside; what they refuse goes the way of every failure. */
final class Reception implements InterceptStrategy {

    private final Control control;
    private final BiFunction<Endpoint, String, Facts> endpoints;

    Reception(Control control, BiFunction<Endpoint, String, Facts> endpoints) {
        this.control = control;
        this.endpoints = endpoints;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
        if (definition instanceof ProcessorDefinition<?> step
                && step.getParent() instanceof RouteDefinition route
                && isFirst(step, route)
                && !isInner(route)) {
            return new Entry(target);
        }
        return target;
    }

    private static boolean isFirst(ProcessorDefinition<?> step, RouteDefinition route) {
        return route.getOutputs().stream()
                .filter(output -> !output.isAbstract())
                .findFirst()
                .filter(output -> output == step)
                .isPresent();
    }

    /** Whether it is only called by other routes, which have asked already. */
    private static boolean isInner(RouteDefinition route) {
        String uri = String.valueOf(route.getInput().getEndpointUri());
        return uri.startsWith("direct:") || uri.startsWith("serai-");
    }

    private final class Entry extends DelegateAsyncProcessor {

        private volatile @Nullable Facts from;

        Entry(Processor target) {
            super(target);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (control.letsIn(exchange, this::endpoint)) {
                return super.process(exchange, callback);
            }
            callback.done(true);
            return true;
        }

        private Facts endpoint(Exchange exchange) {
            Facts known = from;
            if (known == null) {
                known = endpoints.apply(exchange.getFromEndpoint(), "source");
                from = known;
            }
            return known.fresh();
        }
    }
}
