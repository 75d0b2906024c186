package dev.serai.adapter.legacy.soap;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.camel.support.DefaultAsyncProducer;
import org.apache.camel.support.service.ServiceHelper;

/** Calls an operation; a fault becomes a failure that knows whose fault it is. */
final class SoapProducer extends DefaultAsyncProducer {

    private final AsyncProducer caller;
    private final String operation;

    SoapProducer(Endpoint endpoint, AsyncProducer caller, String operation) {
        super(endpoint);
        this.caller = caller;
        this.operation = operation;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        choose(exchange.getMessage());
        return caller.process(exchange, done -> {
            finish(exchange);
            callback.done(done);
        });
    }

    /** The route decides which operation is called: a header of that name may come from whoever sent the message. */
    private void choose(Message message) {
        if (!operation.isEmpty()) {
            message.removeHeader(CxfConstants.OPERATION_NAMESPACE);
            message.setHeader(CxfConstants.OPERATION_NAME, operation);
        }
    }

    private static void finish(Exchange exchange) {
        exchange.getMessage().removeHeader(CxfConstants.OPERATION_NAME);
        if (exchange.getException() == null) {
            SoapBodies.toText(exchange);
        } else {
            exchange.setException(SoapRefusal.of(exchange.getException()));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ServiceHelper.startService(caller);
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopAndShutdownService(caller);
        super.doStop();
    }
}
