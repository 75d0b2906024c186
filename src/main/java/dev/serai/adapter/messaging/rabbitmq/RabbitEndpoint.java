package dev.serai.adapter.messaging.rabbitmq;

import java.util.Map;
import org.apache.camel.Producer;
import org.apache.camel.component.springrabbit.EndpointMessageListener;
import org.apache.camel.component.springrabbit.SpringRabbitMQEndpoint;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpAuthenticationException;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/**
 * {@code NAME:EXCHANGE?queues=…&routingKey=…}: what it sends is confirmed, the queues it declares survive the broker's restart, and a broker
 * that is away when a route starts gets its declarations when it comes.
 */
final class RabbitEndpoint extends SpringRabbitMQEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitEndpoint.class);
    private static final String UNCONFIRMED = "disabled";

    private final RabbitComponent component;
    private @Nullable ConnectionListener declaration;

    RabbitEndpoint(String uri, RabbitComponent component, String exchange) {
        super(uri, component, exchange);
        this.component = component;
    }

    /** The default exchange routes by the queue's name: with one queue there is no need to say it twice. */
    void nameRoutingKey() {
        String queues = getQueues();
        boolean isDefault = getExchangeName().equals("default");
        if (isDefault
                && queues != null
                && !queues.contains(",")
                && getRoutingKey().isEmpty()) {
            setRoutingKey(queues);
        }
    }

    @Override
    public Producer createProducer() {
        return new RabbitProducer(this);
    }

    /** The template waits for the confirm, so Camel's producer need not. */
    @Override
    public String getConfirm() {
        return UNCONFIRMED;
    }

    @Override
    public RabbitTemplate createInOnlyTemplate() {
        return super.getConfirm().equals(UNCONFIRMED)
                ? super.createInOnlyTemplate()
                : new ConfirmedTemplate(getConnectionFactory(), getConfirmTimeout());
    }

    /** Replies are not confirmed: the queue of one who no longer waits is gone, which is no failure of ours. */
    @Override
    public void configureMessageListener(EndpointMessageListener listener) {
        super.configureMessageListener(listener);
        listener.setTemplate(super.createInOnlyTemplate());
    }

    /** A queue with a name is there to stay; one without lives as long as its consumer. */
    @Override
    public Map<String, Object> getQueueArgs() {
        Map<String, Object> args = super.getQueueArgs();
        if (getQueues() == null) {
            args.putIfAbsent("autoDelete", "true");
            return args;
        }
        args.putIfAbsent("durable", "true");
        if (args.get("durable").equals("true") && !args.containsKey("exclusive") && !args.containsKey("autoDelete")) {
            args.putIfAbsent("x-queue-type", component.queueType());
        }
        return args;
    }

    @Override
    public Map<String, Object> getDlqQueueArgs() {
        Map<String, Object> args = super.getDlqQueueArgs();
        args.putIfAbsent("x-queue-type", component.queueType());
        return args;
    }

    /** Who receives cannot start with a login that is refused; who sends is told with each message. */
    @Override
    public void declareElements(@Nullable AbstractMessageListenerContainer container, AmqpAdmin admin) {
        try {
            super.declareElements(container, admin);
        } catch (AmqpConnectException e) {
            declareLater(container, admin, e);
        } catch (AmqpAuthenticationException e) {
            if (container != null) {
                throw e;
            }
            declareLater(container, admin, e);
        }
    }

    private void declareLater(
            @Nullable AbstractMessageListenerContainer container, AmqpAdmin admin, AmqpException reason) {
        LOG.warn(
                "{} cannot be declared yet ({}); it will be as soon as there is a connection",
                this,
                RabbitFailure.of(reason));
        declareWhenConnected(container, admin);
    }

    private void declareWhenConnected(@Nullable AbstractMessageListenerContainer container, AmqpAdmin admin) {
        declaration = new ConnectionListener() {
            @Override
            public void onCreate(Connection connection) {
                RabbitEndpoint.super.declareElements(container, admin);
            }
        };
        getConnectionFactory().addConnectionListener(declaration);
    }

    @Override
    protected void doStop() throws Exception {
        if (declaration != null) {
            getConnectionFactory().removeConnectionListener(declaration);
            declaration = null;
        }
        super.doStop();
    }
}
