package dev.serai.adapter.messaging.nats;

import io.nats.client.Connection;
import io.nats.client.ConsumeOptions;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.component.nats.NatsConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JetStream: the server keeps under a durable name what was acknowledged. A message is acknowledged when it is done, and handed out again when
 * it could neither be delivered nor kept, or when nothing is heard of it in time.
 */
record JetStreamSubscription(Connection connection, Dispatcher dispatcher, MessageConsumer consumer)
        implements NatsSource.Subscribed {

    private static final Logger LOG = LoggerFactory.getLogger(JetStreamSubscription.class);
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long one request for messages stands. The server tells twice in it that it is still there: so soon is it noticed that it is not. */
    private static final long ASKING_MILLIS = 4_000;

    private static final Duration GIVING_BACK = Duration.ofSeconds(2);
    private static final int NOT_FOUND = 404;

    static JetStreamSubscription begin(Connection connection, NatsSource source, NatsConnections connections)
            throws IOException, JetStreamApiException {
        NatsConfiguration options = source.options();
        ConsumerConfiguration durable = ConsumerConfiguration.builder()
                .durable(source.durableName())
                .filterSubject(options.getTopic())
                .ackPolicy(AckPolicy.Explicit)
                .ackWait(connections.acknowledgeWithin())
                .build();
        Dispatcher dispatcher = connection.createDispatcher();
        MessageConsumer consumer = connection
                .getStreamContext(stream(connection.jetStreamManagement(), options))
                .createOrUpdateConsumer(durable)
                .consume(
                        ConsumeOptions.builder()
                                .batchSize(AT_ONCE)
                                .expiresIn(ASKING_MILLIS)
                                .build(),
                        dispatcher,
                        message -> take(source, message));
        return new JetStreamSubscription(connection, dispatcher, consumer);
    }

    /** The stream that the endpoint names, made when it is not there; or else the one that keeps the subject. */
    private static String stream(JetStreamManagement server, NatsConfiguration options)
            throws IOException, JetStreamApiException {
        if (options.getJetstreamName() != null) {
            makeUnlessThere(server, options);
            return options.getJetstreamName();
        }
        List<String> keeping = server.getStreamNames(options.getTopic());
        if (keeping.size() == 1) {
            return keeping.get(0);
        }
        throw new IllegalStateException((keeping.isEmpty() ? "no stream keeps " : keeping + " keep ")
                + options.getTopic() + "; expected one: name it with the option jetstreamName");
    }

    private static void makeUnlessThere(JetStreamManagement server, NatsConfiguration options)
            throws IOException, JetStreamApiException {
        try {
            server.getStreamInfo(options.getJetstreamName());
        } catch (JetStreamApiException e) {
            if (e.getErrorCode() != NOT_FOUND) {
                throw e;
            }
            server.addStream(StreamConfiguration.builder()
                    .name(options.getJetstreamName())
                    .subjects(options.getTopic())
                    .build());
        }
    }

    private static void take(NatsSource source, Message message) {
        if (!source.takes()) {
            message.nakWithDelay(PAUSE);
            return;
        }
        Exchange exchange = source.exchange(message);
        source.process(exchange, () -> {
            if (exchange.getException() == null) {
                message.ack();
            } else {
                message.nakWithDelay(PAUSE);
            }
        });
    }

    /** What has come and was not begun is given back: the server would else hold it until its time is over. */
    @Override
    public void end() {
        consumer.stop();
        try {
            giveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    private void giveBack() throws InterruptedException {
        if (connection.getStatus() != Connection.Status.CONNECTED || !dispatcher.isActive()) {
            return;
        }
        try {
            dispatcher.drain(GIVING_BACK).get(GIVING_BACK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the server hands out what was not given back when its time is over", e);
        }
    }

    private void close() {
        try {
            consumer.close();
            if (dispatcher.isActive() && connection.getStatus() != Connection.Status.CLOSED) {
                connection.closeDispatcher(dispatcher);
            }
        } catch (Exception e) {
            LOG.debug("the subscription had ended already", e);
        }
    }
}
