package dev.serai.engine.enterprise.event;

import dev.serai.engine.message.Headers;
import dev.serai.engine.message.Payloads;
import dev.serai.foundation.CommunicationContext;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Publishes the message; the exchange goes on unchanged when it is committed. */
final class EventProducer extends DefaultProducer {

    private final EventBus bus;
    private final String integration;
    private final String topic;

    EventProducer(EventEndpoint endpoint, EventComponent component, String topic) {
        super(endpoint);
        this.bus = component.bus();
        this.integration = component.integration();
        this.topic = topic;
    }

    @Override
    public void process(Exchange exchange) {
        Map<String, Object> headers = Headers.portable(exchange.getMessage().getHeaders());
        CommunicationContext.of(exchange).into(headers);
        bus.publish(topic, headers, Payloads.of(exchange));
        bus.published().count(integration);
    }
}
