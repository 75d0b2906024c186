package dev.serai.engine.mesh;

import dev.serai.engine.message.Answer;
import dev.serai.engine.message.Headers;
import dev.serai.foundation.CommunicationContext;
import dev.serai.foundation.ContextLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.support.DefaultAsyncProducer;

/** Asks a service and waits for nothing: the exchange goes on when the other integration's route is done. */
final class ServiceProducer extends DefaultAsyncProducer {

    private static final int FAILED = 500;

    private final ServiceRegistry registry;
    private final String name;
    private final Duration timeout;

    ServiceProducer(ServiceEndpoint endpoint, ServiceRegistry registry, String name, Duration timeout) {
        super(endpoint);
        this.registry = registry;
        this.name = name;
        this.timeout = timeout;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            return ask(registry.enter(name, timeout), exchange, callback);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.setException(e);
        } catch (RuntimeException e) {
            exchange.setException(e);
        }
        callback.done(true);
        return true;
    }

    private boolean ask(ServiceHandler handler, Exchange exchange, AsyncCallback callback) {
        Exchange request;
        try {
            request = request(handler, exchange);
        } catch (RuntimeException e) {
            handler.leave();
            throw e;
        }
        return ContextLoader.set(handler.classLoader(), () -> handler.processor()
                .process(request, doneSync -> done(handler, request, exchange, callback, doneSync)));
    }

    private static Exchange request(ServiceHandler handler, Exchange exchange) {
        Exchange request = handler.createExchange();
        request.setPattern(ExchangePattern.InOut);
        Map<String, Object> headers = Headers.portable(exchange.getMessage().getHeaders());
        CommunicationContext.of(exchange).into(headers);
        request.getIn().setHeaders(headers);
        request.getIn().setBody(ForeignBody.of(exchange));
        return request;
    }

    private void done(
            ServiceHandler handler, Exchange request, Exchange exchange, AsyncCallback callback, boolean doneSync) {
        try {
            takeAnswer(handler, request, exchange);
        } catch (RuntimeException e) {
            exchange.setException(e);
        } finally {
            handler.release(request);
            handler.leave();
            callback.done(doneSync);
        }
    }

    private void takeAnswer(ServiceHandler handler, Exchange request, Exchange exchange) {
        String service = "service:" + name + " (" + handler.instance().label() + ")";
        Answer refusal = request.getProperty(Answer.PROPERTY, Answer.class);
        if (refusal != null) {
            throw new ServiceFailedException(
                    service + " failed: " + refusal.error(), refusal.status(), refusal.details());
        }
        if (request.getException() != null) {
            throw new ServiceFailedException(service + " failed: " + reason(request.getException()), FAILED, List.of());
        }
        exchange.getMessage().setBody(ForeignBody.of(request));
        exchange.getMessage()
                .getHeaders()
                .putAll(Headers.portable(request.getMessage().getHeaders()));
    }

    /** The exception itself stays behind: its class may belong to the other integration's class loader. */
    private static String reason(Throwable failure) {
        String message = failure.getMessage() == null
                ? ""
                : failure.getMessage().lines().findFirst().orElse("");
        return failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
