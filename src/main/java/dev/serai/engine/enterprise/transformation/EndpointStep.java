package dev.serai.engine.enterprise.transformation;

import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.service.ServiceHelper;

/** A step that one of Camel's components takes, by an endpoint that belongs to nobody else: the context would share it by its URI. */
final class EndpointStep implements Processor {

    private final String place;
    private final Endpoint endpoint;
    private final Producer producer;

    private EndpointStep(String place, Endpoint endpoint, Producer producer) {
        this.place = place;
        this.endpoint = endpoint;
        this.producer = producer;
    }

    /**
     * @param place file as messages name it
     * @throws TransformationException when the component cannot read what the URI names
     */
    static EndpointStep of(String place, String uri, CamelContext context) {
        try {
            String scheme = uri.substring(0, uri.indexOf(':'));
            Endpoint endpoint = context.getComponent(scheme).createEndpoint(uri);
            Producer producer = endpoint.createProducer();
            ServiceHelper.startService(endpoint, producer);
            return new EndpointStep(place, endpoint, producer);
        } catch (Exception e) {
            throw new TransformationException(place + ": the mapping cannot be read: " + Failures.sentence(e), e);
        }
    }

    @Override
    public void process(Exchange exchange) {
        process(exchange, ": the mapping failed: ");
    }

    void process(Exchange exchange, String trouble) {
        try {
            producer.process(exchange);
            ExchangeHelper.prepareOutToIn(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        Exception failure = exchange.getException();
        if (failure != null) {
            exchange.setException(null);
            throw new TransformationException(place + trouble + Failures.withoutValues(failure), failure);
        }
    }

    void stop() {
        ServiceHelper.stopService(producer, endpoint);
    }
}
