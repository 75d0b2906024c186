package dev.serai.adapter.messaging.pulsar;

import dev.serai.foundation.ContextLoader;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Processor;
import org.apache.camel.component.pulsar.PulsarConsumer;
import org.apache.pulsar.client.api.PulsarClientException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Subscribes, and when the brokers are away at the start, as soon as they answer. Afterwards the client itself finds them again. */
final class TopicConsumer extends PulsarConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(TopicConsumer.class);
    private static final long PAUSE_SECONDS = 5;

    private final TopicEndpoint endpoint;
    private @Nullable ScheduledExecutorService retries;

    TopicConsumer(TopicEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        try {
            subscribe();
        } catch (PulsarClientException e) {
            if (isRefusal(e)) {
                throw e;
            }
            LOG.warn(
                    "{} cannot be subscribed to yet: {}; trying again every {} s",
                    endpoint,
                    endpoint.connection().failure(e).getMessage(),
                    PAUSE_SECONDS);
            retries = endpoint.getCamelContext()
                    .getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "pulsar-subscribe");
            retries.schedule(this::again, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void subscribe() throws Exception {
        ContextLoader.of(TopicConsumer.class, () -> {
            super.doStart();
            return this;
        });
    }

    /** Waiting does not help who is not allowed, or asks for what cannot be. */
    private static boolean isRefusal(PulsarClientException e) {
        return e instanceof PulsarClientException.AuthenticationException
                || e instanceof PulsarClientException.AuthorizationException
                || e instanceof PulsarClientException.InvalidConfigurationException;
    }

    private void again() {
        ScheduledExecutorService pending = retries;
        if (pending == null || !isRunAllowed()) {
            return;
        }
        try {
            subscribe();
            LOG.info("{} is subscribed to", endpoint);
        } catch (Exception e) {
            LOG.debug("{} cannot be subscribed to yet", endpoint, e);
            pending.schedule(this::again, PAUSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    protected void doStop() throws PulsarClientException {
        if (retries != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(retries);
            retries = null;
        }
        super.doStop();
    }
}
