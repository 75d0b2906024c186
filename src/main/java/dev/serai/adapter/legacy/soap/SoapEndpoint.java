package dev.serai.adapter.legacy.soap;

import dev.serai.engine.enterprise.http.CalledEndpoint;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.camel.component.cxf.transport.header.CxfHeaderFilterStrategy;
import org.apache.camel.support.AsyncProcessorConverterHelper;

/** An operation that is called, or the whole service as it is served. Bodies are the XML below the envelope's Body. */
final class SoapEndpoint extends CxfEndpoint implements CalledEndpoint {

    private final SoapComponent component;
    private final String operation;

    SoapEndpoint(SoapComponent component, String operation) {
        super(component.address(), component);
        this.component = component;
        this.operation = operation;
        setDataFormat(DataFormat.PAYLOAD);
        setSkipFaultLogging(true);
        setHeaderFilterStrategy(headers());
        if (component.address().isEmpty()) {
            setAddress(null);
        }
        if (!operation.isEmpty()) {
            setDefaultOperationName(operation);
        }
    }

    /** What a caller of the route told of itself and of its own body is not for the service behind. */
    private static CxfHeaderFilterStrategy headers() {
        CxfHeaderFilterStrategy strategy = new WhatHttpCarries();
        for (String name :
                new String[] {"authorization", "cookie", "content-type", "accept", "soapaction", "accept-encoding"}) {
            strategy.getOutFilter().add(name);
        }
        return strategy;
    }

    @Override
    public Producer createProducer() throws Exception {
        AsyncProducer producer = AsyncProcessorConverterHelper.convert(super.createProducer());
        return new SoapProducer(this, producer, operation);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        String uri = getEndpointUri();
        setAddress(HttpPort.address(component.path()));
        updateEndpointUri(uri);
        return super.createConsumer(new SoapAnswers(processor));
    }

    /** A header of a message may hold any text, one of HTTP may not: what it cannot carry stays with the message. */
    private static final class WhatHttpCarries extends CxfHeaderFilterStrategy {

        @Override
        public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
            return !isPlain(String.valueOf(value)) || super.applyFilterToCamelHeaders(name, value, exchange);
        }

        private static boolean isPlain(String text) {
            return text.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f);
        }
    }
}
