package dev.serai.management.monitoring.log;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.spi.WrapAwareProcessor;
import org.apache.camel.support.RoutePolicySupport;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/**
 * The message that a thread works on, for what it logs meanwhile. A logging context of six keys would have to be filled for every message and
 * every thread, whether something is logged or not; this is one reference, and the keys are read from the exchange by the line that
 * needs them.
 */
public final class ExchangeInHand {

    private static final ThreadLocal<@Nullable Exchange> IN_HAND = new ThreadLocal<>();

    private ExchangeInHand() {}

    /** The exchange this thread works on; null when it works on none. */
    static @Nullable Exchange get() {
        return IN_HAND.get();
    }

    /** Begins to note the messages of a context; to be called before it is initialised. */
    public static void attach(CamelContext context) {
        context.getCamelContextExtension().addInterceptStrategy(new TakeUp());
        context.addRoutePolicyFactory(new RoutePolicyFactory() {
            @Override
            public RoutePolicy createRoutePolicy(CamelContext camel, String routeId, NamedNode route) {
                return new WholeRoute();
            }
        });
    }

    private static void hold(@Nullable Exchange exchange) {
        if (exchange == null) {
            IN_HAND.remove();
        } else {
            IN_HAND.set(exchange);
        }
    }

    /**
     * The thread that begins a message has it in hand between the steps too, for what error handlers log; at the end no thread has. One for each route:
     * Camel lets a policy know its context, which nothing may hold when that is gone.
     */
    private static final class WholeRoute extends RoutePolicySupport {

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            IN_HAND.set(exchange);
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (IN_HAND.get() == exchange && route.getRouteId().equals(exchange.getFromRouteId())) {
                IN_HAND.remove();
            }
        }
    }

    private static final class TakeUp implements InterceptStrategy {

        @Override
        public Processor wrapProcessorInInterceptors(
                CamelContext context, NamedNode definition, Processor target, @Nullable Processor nextTarget) {
            return new Held(target);
        }
    }

    /** A step with the message in hand; one that goes on elsewhere takes it out of this thread's hands. */
    private static final class Held extends DelegateAsyncProcessor implements WrapAwareProcessor {

        private final Processor target;

        Held(Processor target) {
            super(target);
            this.target = target;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            Exchange before = IN_HAND.get();
            if (before != exchange) {
                IN_HAND.set(exchange);
            }
            boolean ended = super.process(exchange, callback);
            Exchange after = ended || before != exchange ? before : null;
            if (IN_HAND.get() != after) {
                hold(after);
            }
            return ended;
        }

        @Override
        public Processor getWrapped() {
            return target;
        }
    }
}
