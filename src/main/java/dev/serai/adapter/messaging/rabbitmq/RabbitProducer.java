package dev.serai.adapter.messaging.rabbitmq;

import org.apache.camel.component.springrabbit.SpringRabbitMQProducer;
import org.springframework.amqp.rabbit.AsyncRabbitTemplate;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Makes one template for all that send at the same time: of several that Camel would make at once it ends the last, and the others stay. */
final class RabbitProducer extends SpringRabbitMQProducer {

    RabbitProducer(RabbitEndpoint endpoint) {
        super(endpoint);
    }

    @Override
    public synchronized RabbitTemplate getInOnlyTemplate() {
        return super.getInOnlyTemplate();
    }

    @Override
    public synchronized AsyncRabbitTemplate getInOutTemplate() {
        return super.getInOutTemplate();
    }
}
