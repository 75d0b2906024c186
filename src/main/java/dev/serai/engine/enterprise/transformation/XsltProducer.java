package dev.serai.engine.enterprise.transformation;

import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Maps XML by Camel's xslt component. */
final class XsltProducer extends DefaultProducer {

    private final Transformation transformation;
    private final Producer xslt;

    XsltProducer(Endpoint endpoint, Transformation transformation) throws Exception {
        super(endpoint);
        this.transformation = transformation;
        this.xslt = endpoint.getCamelContext()
                .getEndpoint("xslt:" + transformation.file().toUri())
                .createProducer();
    }

    @Override
    public void process(Exchange exchange) {
        try {
            xslt.process(exchange);
        } catch (Exception e) {
            throw new TransformationException(transformation.place() + ": the mapping failed: " + e.getMessage(), e);
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ServiceHelper.startService(xslt);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(xslt);
        super.doStop();
    }
}
