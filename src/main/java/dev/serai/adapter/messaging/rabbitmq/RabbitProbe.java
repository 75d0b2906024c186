package dev.serai.adapter.messaging.rabbitmq;

import java.util.concurrent.Callable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Asks the broker about an exchange that every virtual host has, over the connection that the integrations use. */
public final class RabbitProbe implements Callable<String> {

    private RabbitConnection connection = new RabbitConnection();

    public void setConnection(RabbitConnection connection) {
        this.connection = connection;
    }

    /** @throws IllegalStateException when the broker does not answer, or refuses the user */
    @Override
    public String call() {
        try {
            new RabbitTemplate(connection).execute(channel -> channel.exchangeDeclarePassive("amq.direct"));
            return connection.getBrokers();
        } catch (AmqpException e) {
            throw new IllegalStateException(
                    "RabbitMQ at " + connection.getBrokers() + " cannot be used: " + RabbitFailure.of(e));
        }
    }
}
