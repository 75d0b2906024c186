package dev.serai.management.lifecycle.test;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Notes the step that each message is at, and ends a cancelled test at the next one. */
final class StepTracer implements InterceptStrategy {

    private final Outside outside;

    StepTracer(Outside outside) {
        this.outside = outside;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                Step step = step(definition, exchange);
                exchange.setProperty(Messages.STEP, step);
                outside.recorder().at(step);
                if (outside.recorder().isCancelled()) {
                    exchange.setException(new IllegalStateException("the test ran out of time"));
                    exchange.setRouteStop(true);
                    callback.done(true);
                    return true;
                }
                return super.process(exchange, callback);
            }
        };
    }

    private static Step step(NamedNode definition, Exchange exchange) {
        String route = String.valueOf(ExchangeHelper.getAtRouteId(exchange));
        return new Step(route, node(definition), place(definition));
    }

    /** The id a person gave it; Camel's own ids are numbered through the whole runtime, so that a kind says more. */
    private static String node(NamedNode definition) {
        boolean named =
                definition instanceof OptionalIdentifiedDefinition<?> identified && identified.hasCustomIdAssigned();
        return named ? definition.getId() : definition.getShortName();
    }

    private static String place(NamedNode definition) {
        String location = definition.getLocation();
        if (location == null) {
            return "";
        }
        String file = location.replaceFirst("^[a-z]+:", "");
        return definition.getLineNumber() < 0 ? file : file + ":" + definition.getLineNumber();
    }
}
