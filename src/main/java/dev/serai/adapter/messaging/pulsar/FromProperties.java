package dev.serai.adapter.messaging.pulsar;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.pulsar.utils.message.PulsarMessageHeaders;
import org.apache.camel.spi.HeaderFilterStrategy;

/** Makes headers of a received message's properties. */
record FromProperties(Processor route) implements Processor {

    private static final HeaderFilterStrategy FILTER = new PropertyFilter();

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        if (message.getHeader(PulsarMessageHeaders.PROPERTIES) instanceof Map<?, ?> properties) {
            properties.forEach((name, value) -> {
                if (!FILTER.applyFilterToExternalHeaders(name.toString(), value, exchange)) {
                    message.setHeader(name.toString(), value);
                }
            });
        }
        route.process(exchange);
    }
}
