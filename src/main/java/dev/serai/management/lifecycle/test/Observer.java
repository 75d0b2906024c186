package dev.serai.management.lifecycle.test;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;

/** Hears of messages that fail, and of those sent to inner endpoints that a test names. */
final class Observer extends EventNotifierSupport {

    private final Outside outside;

    Observer(Outside outside) {
        this.outside = outside;
        setIgnoreCamelContextEvents(true);
        setIgnoreCamelContextInitEvents(true);
        setIgnoreRouteEvents(true);
        setIgnoreServiceEvents(true);
        setIgnoreStepEvents(true);
        setIgnoreExchangeCreatedEvent(true);
        setIgnoreExchangeCompletedEvent(true);
        setIgnoreExchangeSentEvents(true);
        setIgnoreExchangeRedeliveryEvents(true);
        setIgnoreExchangeAsyncProcessingStartedEvents(true);
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeFailedEvent failed) {
            failed(failed.getExchange());
        } else if (event instanceof ExchangeSendingEvent sending) {
            sending(sending.getEndpoint(), sending.getExchange());
        }
    }

    private void failed(Exchange exchange) {
        outside.recorder()
                .failed(new Recorder.Failed(
                        told(exchange.getException()), exchange.getProperty(Messages.STEP, Step.NONE, Step.class)));
    }

    private void sending(Endpoint endpoint, Exchange exchange) {
        String uri = URISupport.sanitizeUri(endpoint.getEndpointUri());
        if (!(endpoint instanceof StandInEndpoint) && outside.recorder().watches(uri)) {
            outside.recorder().arrived(Messages.arrival(uri, exchange));
        }
    }

    static String told(@Nullable Throwable cause) {
        if (cause == null) {
            return "a failure without an exception";
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
