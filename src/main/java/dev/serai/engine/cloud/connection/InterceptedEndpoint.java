package dev.serai.engine.cloud.connection;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.DefaultInterceptSendToEndpoint;
import org.apache.camel.support.service.ServiceHelper;

/** An endpoint whose messages pass somebody before they are sent: everything else is the endpoint's own. */
public final class InterceptedEndpoint extends DefaultInterceptSendToEndpoint {

    /** Whom each message passes. */
    @FunctionalInterface
    public interface Interceptor {

        /**
         * Sends the exchange on by the producer, or fails it and calls back.
         *
         * @return whether the exchange was done before this returned, as Camel's own producers tell it
         */
        boolean send(Exchange exchange, AsyncCallback callback, AsyncProducer producer);
    }

    private final Interceptor interceptor;

    /** @param endpoint where messages go in the end */
    public InterceptedEndpoint(Endpoint endpoint, Interceptor interceptor) {
        super(endpoint, false);
        this.interceptor = interceptor;
    }

    @Override
    public AsyncProducer createAsyncProducer() throws Exception {
        return new InterceptedProducer(
                getOriginalEndpoint(), getOriginalEndpoint().createAsyncProducer(), interceptor);
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

    private static final class InterceptedProducer extends DefaultAsyncProducer {

        private final AsyncProducer producer;
        private final Interceptor interceptor;

        InterceptedProducer(Endpoint endpoint, AsyncProducer producer, Interceptor interceptor) {
            super(endpoint);
            this.producer = producer;
            this.interceptor = interceptor;
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            return interceptor.send(exchange, callback, producer);
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
