package dev.serai.adapter.messaging.nats;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.MessageHandler;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.component.nats.NatsConfiguration;

/** Core NATS: who is away misses a message, and a sender may wait for the answer. */
record CoreSubscription(Connection connection, Dispatcher dispatcher) implements NatsSource.Subscribed {

    static CoreSubscription begin(Connection connection, NatsSource source) {
        Dispatcher dispatcher = connection.createDispatcher();
        MessageHandler handler = message -> take(connection, source, message);
        NatsConfiguration options = source.options();
        if (options.getQueueName() == null) {
            dispatcher.subscribe(options.getTopic(), handler);
        } else {
            dispatcher.subscribe(options.getTopic(), options.getQueueName(), handler);
        }
        return new CoreSubscription(connection, dispatcher);
    }

    private static void take(Connection connection, NatsSource source, Message message) {
        Exchange exchange = source.exchange(message);
        source.process(exchange, () -> {
            boolean wanted = message.getReplyTo() != null && !source.options().isReplyToDisabled();
            if (wanted && exchange.getException() == null) {
                byte[] answer = exchange.getMessage().getBody(byte[].class);
                connection.publish(message.getReplyTo(), answer == null ? "".getBytes(StandardCharsets.UTF_8) : answer);
            }
        });
    }

    @Override
    public void end() {
        connection.closeDispatcher(dispatcher);
    }
}
