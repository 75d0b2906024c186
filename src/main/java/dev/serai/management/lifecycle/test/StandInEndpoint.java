package dev.serai.management.lifecycle.test;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.PollingConsumerSupport;
import org.jspecify.annotations.Nullable;

/** An outer endpoint while tests run. */
final class StandInEndpoint extends DefaultEndpoint {

    private final Outside outside;

    StandInEndpoint(String uri, Component component, Outside outside) {
        super(uri, component);
        this.outside = outside;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) throws Exception {
                outside.receives(getEndpoint().getEndpointUri(), exchange);
            }
        };
    }

    /** Fetches nothing: a test hands messages to its processor. */
    @Override
    public Consumer createConsumer(Processor processor) {
        return new DefaultConsumer(this, processor);
    }

    @Override
    public PollingConsumer createPollingConsumer() {
        return new AnsweringConsumer(this, outside);
    }

    @Override
    public boolean isLenientProperties() {
        return true;
    }

    /** For {@code poll} and {@code pollEnrich}: what is fetched is what the test answers, or nothing. */
    private static final class AnsweringConsumer extends PollingConsumerSupport {

        private final Outside outside;

        AnsweringConsumer(StandInEndpoint endpoint, Outside outside) {
            super(endpoint);
            this.outside = outside;
        }

        @Override
        public @Nullable Exchange receive() {
            return outside.fetched(getEndpoint());
        }

        @Override
        public @Nullable Exchange receiveNoWait() {
            return receive();
        }

        @Override
        public @Nullable Exchange receive(long timeout) {
            return receive();
        }

        @Override
        protected void doStart() {
            // nothing to open
        }

        @Override
        protected void doStop() {
            // nothing to close
        }
    }
}
