package dev.serai.engine.enterprise.transformation;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps by the newest transformation of its name; what the next message is mapped with was held against its samples before. */
final class TransformProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger(TransformProducer.class);

    private final Transformations transformations;
    private final String name;
    private final boolean asObject;
    private volatile Transformation newest;
    private volatile Compiled compiled;

    TransformProducer(Endpoint endpoint, Transformations transformations, String name, boolean asObject) {
        super(endpoint);
        this.transformations = transformations;
        this.name = name;
        this.asObject = asObject;
        this.newest = transformations.find(name);
        this.compiled = new Compiled(newest, endpoint.getCamelContext(), asObject);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Transformation now = transformations.find(name);
        if (now != newest) {
            renew(now);
        }
        compiled.process(exchange);
    }

    private synchronized void renew(Transformation now) {
        if (now == newest) {
            return;
        }
        Compiled before = compiled;
        try {
            compiled = new Compiled(now, getEndpoint().getCamelContext(), asObject);
            before.stop();
        } catch (TransformationException e) {
            LOG.error("{}; the mapping as it was before goes on", e.getMessage());
        }
        newest = now;
    }

    @Override
    protected void doShutdown() throws Exception {
        compiled.stop();
        super.doShutdown();
    }
}
