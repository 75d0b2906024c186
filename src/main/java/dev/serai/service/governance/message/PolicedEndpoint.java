package dev.serai.service.governance.message;

import dev.serai.service.governance.model.Facts;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/** An endpoint outside of this process: everything is the endpoint's own, only what is sent passes the policies. */
final class PolicedEndpoint extends DefaultInterceptSendToEndpoint {

    private final Facts facts;
    private final Control control;

    PolicedEndpoint(Endpoint endpoint, Facts facts, Control control) {
        super(endpoint, false);
        this.facts = facts;
        this.control = control;
    }

    @Override
    public AsyncProducer createAsyncProducer() throws Exception {
        return new PolicedProducer(getOriginalEndpoint(), getOriginalEndpoint().createAsyncProducer());
    }

    /** A producer that must not be shared is pooled by Camel: one for each message under way. */
    @Override
    public boolean isSingletonProducer() {
        return getOriginalEndpoint().isSingletonProducer();
    }

    @Override
    public boolean isRemote() {
        return getOriginalEndpoint().isRemote();
    }

    private final class PolicedProducer extends DefaultAsyncProducer {

        private final AsyncProducer producer;

        PolicedProducer(Endpoint endpoint, AsyncProducer producer) {
            super(endpoint);
            this.producer = producer;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (control.letsOut(exchange, PolicedEndpoint.this.getOriginalEndpoint(), facts)) {
                return producer.process(exchange, callback);
            }
            callback.done(true);
            return true;
        }

        @Override
        public boolean isSingleton() {
            return producer.isSingleton();
        }

        @Override
        protected void doBuild() throws Exception {
            ServiceHelper.buildService(producer);
        }

        @Override
        protected void doInit() throws Exception {
            ServiceHelper.initService(producer);
        }

        @Override
        protected void doStart() throws Exception {
            ServiceHelper.startService(producer);
        }

        @Override
        protected void doStop() throws Exception {
            ServiceHelper.stopService(producer);
        }

        @Override
        protected void doShutdown() throws Exception {
            ServiceHelper.stopAndShutdownService(producer);
        }
    }
}
