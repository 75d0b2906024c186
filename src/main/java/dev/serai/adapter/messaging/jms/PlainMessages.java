package dev.serai.adapter.messaging.jms;

import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Session;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.MessageCreatedStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing out that only a Java program could read, and that its reader would have to deserialise: a body that is neither text nor bytes
 * nor a map would become such a message.
 */
public final class PlainMessages implements MessageCreatedStrategy {

    @Override
    public void onMessageCreated(Message message, Session session, Exchange exchange, @Nullable Throwable cause) {
        if (message instanceof ObjectMessage) {
            Object body = exchange.getMessage().getBody();
            throw new IllegalArgumentException("a body of " + (body == null ? "no class" : body.getClass())
                    + " would be sent as a serialised Java object; expected text, bytes or a map: convert it first, for example with"
                    + " convertBodyTo or marshal");
        }
    }
}
