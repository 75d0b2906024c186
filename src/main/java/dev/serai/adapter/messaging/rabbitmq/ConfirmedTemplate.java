package dev.serai.adapter.messaging.rabbitmq;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Sends, and returns when the broker has the message safe in a queue. A broker confirms what no queue takes too, but returns it before. */
final class ConfirmedTemplate extends RabbitTemplate {

    private final long patience;

    /** @param patience milliseconds that a message waits for its confirm; none or less for as long as it takes */
    ConfirmedTemplate(ConnectionFactory connection, long patience) {
        super(connection);
        this.patience = patience <= 0 ? Long.MAX_VALUE : patience;
        setMandatory(true);
    }

    /** @throws AmqpException when the message may not have arrived: it can be sent again */
    @Override
    public void send(String exchange, String routingKey, Message message) {
        CorrelationData sent = new CorrelationData();
        send(exchange, routingKey, message, sent);
        CorrelationData.Confirm confirm = confirm(sent, exchange, routingKey);
        ReturnedMessage returned = sent.getReturned();
        if (returned != null) {
            throw new AmqpException("no queue took the message from " + named(exchange, routingKey) + ": "
                    + returned.getReplyText() + "; declare the queue and bind it");
        }
        if (!confirm.isAck()) {
            throw new AmqpException("RabbitMQ did not take a message for " + named(exchange, routingKey) + ": "
                    + (confirm.getReason() == null ? "refused" : confirm.getReason()));
        }
    }

    private CorrelationData.Confirm confirm(CorrelationData sent, String exchange, String routingKey) {
        try {
            return sent.getFuture().get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AmqpException(
                    "RabbitMQ did not confirm a message for " + named(exchange, routingKey) + " within " + patience
                            + " ms; it may have it all the same",
                    e);
        } catch (ExecutionException e) {
            throw new AmqpException(
                    "RabbitMQ did not confirm a message for " + named(exchange, routingKey) + ": "
                            + RabbitFailure.of(e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("stopped while a message for " + named(exchange, routingKey) + " was sent", e);
        }
    }

    private static String named(String exchange, String routingKey) {
        return (exchange.isEmpty() ? "the default exchange" : "exchange \"" + exchange + "\"") + " with routing key \""
                + routingKey + "\"";
    }
}
