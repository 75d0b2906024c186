package dev.serai.adapter.messaging.nats;

import io.nats.client.Connection;
import io.nats.client.Message;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.component.nats.NatsConfiguration;
import org.apache.camel.component.nats.NatsConstants;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives from a subject, of JetStream or of core NATS, as soon as the server answers. */
final class NatsSource extends DefaultConsumer implements Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(NatsSource.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final SharedNatsEndpoint endpoint;
    private final NatsConnections connections;
    private volatile @Nullable Subscribed subscribed;
    private volatile boolean told;
    private @Nullable ScheduledExecutorService subscribing;

    /** What can be ended again. */
    interface Subscribed {
        void end();
    }

    NatsSource(SharedNatsEndpoint endpoint, Processor processor, NatsConnections connections) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.connections = connections;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        subscribing = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(
                        this, "nats " + endpoint.getConfiguration().getTopic());
        subscribe();
    }

    private synchronized void subscribe() {
        if (isStoppingOrStopped()) {
            return;
        }
        try {
            NatsConfiguration options = endpoint.getConfiguration();
            Connection connection = connections.get();
            subscribed = options.isJetstreamEnabled()
                    ? JetStreamSubscription.begin(connection, this, connections)
                    : CoreSubscription.begin(connection, this);
            told = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            tell(e);
            subscribeLater();
        }
    }

    private void tell(Exception e) {
        if (!told) {
            LOG.warn(
                    "connection {}: nothing is received from {} until the server answers ({}); tried again every second",
                    connections.name(),
                    endpoint.getConfiguration().getTopic(),
                    e.getMessage());
            told = true;
        }
    }

    private void subscribeLater() {
        ScheduledExecutorService executor = subscribing;
        if (executor != null) {
            executor.schedule(this::subscribe, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    NatsConfiguration options() {
        return endpoint.getConfiguration();
    }

    /** The same after each start and in each version. */
    String durableName() {
        String chosen = options().getDurableName();
        String integration = endpoint.getCamelContext().getName().replaceAll("@.*", "");
        return chosen != null ? chosen : "serai-" + connections.name() + "-" + integration + "-" + getRouteId();
    }

    /** Whether a message that comes now is to be taken. */
    boolean takes() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    Exchange exchange(Message message) {
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(message.getData());
        exchange.getIn().setHeader(NatsConstants.NATS_SUBJECT, message.getSubject());
        if (message.getHeaders() != null) {
            HeaderFilterStrategy filter = options().getHeaderFilterStrategy();
            message.getHeaders().forEach((name, values) -> {
                Object value = values.size() == 1 ? EncodedWords.decode(values.get(0)) : values;
                if (!filter.applyFilterToExternalHeaders(name, value, exchange)) {
                    exchange.getIn().setHeader(name, value);
                }
            });
        }
        return exchange;
    }

    /**
     * Has a message processed.
     *
     * @param done told when the exchange is wholly done, whether it failed or not
     */
    void process(Exchange exchange, Runnable done) {
        Thread.currentThread().setContextClassLoader(endpoint.getCamelContext().getApplicationContextClassLoader());
        try {
            processNow(exchange, done);
        } finally {
            Thread.currentThread().setContextClassLoader(NatsSource.class.getClassLoader());
        }
    }

    private void processNow(Exchange exchange, Runnable done) {
        getAsyncProcessor().process(exchange, doneSync -> {
            Exception failure = exchange.getException();
            done.run();
            if (failure != null) {
                getExceptionHandler().handleException("a message was neither delivered nor kept", exchange, failure);
            }
            releaseExchange(exchange, false);
        });
    }

    @Override
    protected void doStop() throws Exception {
        if (subscribing != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(subscribing);
            subscribing = null;
        }
        synchronized (this) {
            Subscribed last = subscribed;
            subscribed = null;
            if (last != null) {
                last.end();
            }
        }
        super.doStop();
    }
}
