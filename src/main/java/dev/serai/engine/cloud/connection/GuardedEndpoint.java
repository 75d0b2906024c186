package dev.serai.engine.cloud.connection;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/** An endpoint of a connection with a circuit: everything else is the endpoint's own, only what is sent passes the circuit. */
final class GuardedEndpoint extends DefaultInterceptSendToEndpoint {

    private final Circuit circuit;

    GuardedEndpoint(Endpoint endpoint, Circuit circuit) {
        super(endpoint, false);
        this.circuit = circuit;
    }

    @Override
    public AsyncProducer createAsyncProducer() throws Exception {
        return new GuardedProducer(getOriginalEndpoint(), getOriginalEndpoint().createAsyncProducer(), circuit);
    }

    /** A producer that must not be shared, such as a login at a file server, is pooled by Camel: one for each message under way. */
    @Override
    public boolean isSingletonProducer() {
        return getOriginalEndpoint().isSingletonProducer();
    }

    @Override
    public boolean isRemote() {
        return getOriginalEndpoint().isRemote();
    }

    private static final class GuardedProducer extends DefaultAsyncProducer {

        private final AsyncProducer producer;
        private final Circuit circuit;

        GuardedProducer(Endpoint endpoint, AsyncProducer producer, Circuit circuit) {
            super(endpoint);
            this.producer = producer;
            this.circuit = circuit;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            if (!circuit.lets()) {
                exchange.setException(circuit.refusal());
                callback.done(true);
                return true;
            }
            long began = System.nanoTime();
            return producer.process(exchange, doneSync -> {
                circuit.note(exchange, began);
                callback.done(doneSync);
            });
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
