package dev.serai.engine.enterprise.event;

import org.apache.camel.Consumer;
import org.apache.camel.ExchangePattern;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** {@code event:TOPIC?from=latest|earliest}: where a new subscriber begins. */
public final class EventEndpoint extends DefaultEndpoint implements MultipleConsumersSupport {

    private final EventComponent component;
    private final String topic;
    private Start from = Start.LATEST;

    /** Where a subscription that does not exist yet begins. */
    public enum Start {
        /** With what is published from now on. */
        LATEST,
        /** With everything that is still kept. */
        EARLIEST
    }

    EventEndpoint(String uri, EventComponent component, String topic) {
        super(uri, component);
        this.component = component;
        this.topic = topic;
        setExchangePattern(ExchangePattern.InOnly);
    }

    public void setFrom(Start from) {
        this.from = from;
    }

    public Start getFrom() {
        return from;
    }

    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public Producer createProducer() {
        return new EventProducer(this, component, topic);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        EventConsumer consumer = new EventConsumer(this, component, topic, processor);
        configureConsumer(consumer);
        return consumer;
    }
}
