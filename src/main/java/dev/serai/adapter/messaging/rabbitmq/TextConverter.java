package dev.serai.adapter.messaging.rabbitmq;

import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.component.springrabbit.DefaultMessageConverter;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/** Text without a declared encoding is UTF-8, on every machine: Camel takes what the machine is set to. */
final class TextConverter extends DefaultMessageConverter {

    TextConverter(CamelContext context) {
        super(context);
    }

    @Override
    public Message createMessage(Object body, MessageProperties properties) {
        if (body instanceof String) {
            declareEncoding(properties);
        }
        return super.createMessage(body, properties);
    }

    @Override
    public Object fromMessage(Message message) {
        declareEncoding(message.getMessageProperties());
        return super.fromMessage(message);
    }

    private static void declareEncoding(MessageProperties properties) {
        if (properties.getContentEncoding() == null) {
            properties.setContentEncoding(StandardCharsets.UTF_8.name());
        }
    }
}
