package dev.serai.engine.mesh;

import dev.serai.foundation.ServiceInstance;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.Exchange;

/** What answers a service at this moment: one route of one version, with the requests it has in hand. */
final class ServiceHandler {

    private final ServiceInstance instance;
    private final ServiceConsumer consumer;
    private final AtomicInteger inFlight = new AtomicInteger();

    ServiceHandler(ServiceInstance instance, ServiceConsumer consumer) {
        this.instance = instance;
        this.consumer = consumer;
    }

    ServiceInstance instance() {
        return instance;
    }

    ClassLoader classLoader() {
        return consumer.getEndpoint().getCamelContext().getApplicationContextClassLoader();
    }

    Exchange createExchange() {
        return consumer.createExchange(false);
    }

    void release(Exchange exchange) {
        consumer.releaseExchange(exchange, false);
    }

    AsyncProcessor processor() {
        return consumer.getAsyncProcessor();
    }

    void enter() {
        inFlight.incrementAndGet();
    }

    void leave() {
        inFlight.decrementAndGet();
    }

    int inFlight() {
        return inFlight.get();
    }
}
