package dev.serai.adapter.legacy.soap;

import dev.serai.engine.message.Answer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.AsyncProcessorConverterHelper;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;

/**
 * Serves an operation by a route. What fails there, or what it answers with an HTTP status of 400 or more as a REST route would, is told as a
 * SOAP fault: what blames the request with its reason, anything else without what is inside.
 */
final class SoapAnswers extends DelegateAsyncProcessor {

    private static final int LOWEST_FAILURE = 400;
    private static final int LOWEST_OWN_FAILURE = 500;

    SoapAnswers(Processor route) {
        super(AsyncProcessorConverterHelper.convert(route));
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        SoapBodies.toText(exchange);
        return super.process(exchange, done -> {
            finish(exchange);
            callback.done(done);
        });
    }

    private static void finish(Exchange exchange) {
        Answer answer = exchange.getProperty(Answer.PROPERTY, Answer.class);
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (answer != null && exchange.getException() == null) {
            exchange.setException(fault(answer.status(), answer.error()));
        } else if (exchange.getException() != null || status >= LOWEST_OWN_FAILURE) {
            exchange.setException(fault(
                    LOWEST_OWN_FAILURE, "the request could not be processed; exchange " + exchange.getExchangeId()));
        } else if (status >= LOWEST_FAILURE) {
            exchange.setException(
                    fault(status, FaultReason.of(status, exchange.getMessage().getBody(String.class))));
        }
        exchange.getMessage().removeHeader(Exchange.HTTP_RESPONSE_CODE);
    }

    private static SoapFault fault(int status, String reason) {
        return new SoapFault(reason, status < LOWEST_OWN_FAILURE ? Fault.FAULT_CODE_CLIENT : Fault.FAULT_CODE_SERVER);
    }
}
