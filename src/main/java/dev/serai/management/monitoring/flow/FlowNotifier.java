package dev.serai.management.monitoring.flow;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailureHandledEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts what is sent to whom, and what ended as a dead letter. Camel tells of no send whose beginning nobody wanted to hear of. */
final class FlowNotifier extends EventNotifierSupport {

    private final ContextFlows flows;

    FlowNotifier(ContextFlows flows) {
        this.flows = flows;
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeRedeliveryEvents(true);
        setIgnoreExchangeAsyncProcessingStartedEvents(true);
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSentEvent sent) {
            count(sent);
        } else if (event instanceof ExchangeFailureHandledEvent handled && handled.isDeadLetterChannel()) {
            countDeadLetter(handled.getExchange());
        }
    }

    private void count(ExchangeSentEvent sent) {
        Exchange exchange = sent.getExchange();
        flows.elders().sign(exchange);
        flows.flow(sent.getEndpoint()).ifPresent(flow -> {
            if (exchange.getException() != null) {
                flow.failed(sent.getTimeTaken(), Failure.of(exchange));
            } else {
                flow.succeeded(sent.getTimeTaken());
            }
        });
    }

    /** Camel counts a message that was kept as one that got through. A piece of a message does not make the whole one fail. */
    private void countDeadLetter(Exchange exchange) {
        boolean piece = exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null;
        if (!piece && exchange.getFromRouteId() != null) {
            flows.route(exchange.getFromRouteId()).failedToo();
        }
    }
}
