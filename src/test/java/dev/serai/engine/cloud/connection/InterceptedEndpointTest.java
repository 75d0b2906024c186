package dev.serai.engine.cloud.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;
import org.junit.jupiter.api.Test;

class InterceptedEndpointTest {

    private static final int TOGETHER = 4;

    @Test
    void aProducerThatMustNotBeSharedIsUsedByOneMessageAtATime() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.disableJMX();
            InterceptedEndpoint login = new InterceptedEndpoint(
                    new Login(context), (exchange, callback, producer) -> producer.process(exchange, callback));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to(login);
                }
            });
            context.start();
            ProducerTemplate sender = context.createProducerTemplate();

            List<CompletableFuture<Object>> sent = IntStream.range(0, TOGETHER)
                    .mapToObj(number -> sender.asyncRequestBody("direct:in", number))
                    .toList();

            for (CompletableFuture<Object> one : sent) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    /** As a file server's: what logs in can do one thing at a time. */
    private static final class Login extends DefaultEndpoint {

        private final CountDownLatch allAreThere = new CountDownLatch(TOGETHER);

        Login(DefaultCamelContext context) {
            setCamelContext(context);
            setEndpointUriIfNotSpecified("login:server");
        }

        @Override
        public boolean isSingletonProducer() {
            return false;
        }

        @Override
        public Producer createProducer() {
            AtomicBoolean busy = new AtomicBoolean();
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) throws Exception {
                    assertThat(busy.compareAndSet(false, true)).as("it is free").isTrue();
                    allAreThere.countDown();
                    assertThat(allAreThere.await(20, TimeUnit.SECONDS))
                            .as("all are there together")
                            .isTrue();
                    busy.set(false);
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            throw new UnsupportedOperationException("nothing is received from it");
        }
    }
}
