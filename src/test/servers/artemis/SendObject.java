import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;

/** Sends what a Java program sends as an ObjectMessage. Started from source, with the broker's jars as class path. */
public final class SendObject {

    private SendObject() {}

    /** @param arguments URL, user, password, queue */
    public static void main(String[] arguments) throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(arguments[0]);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(arguments[1], arguments[2], false, true, true, false, 1)) {
            ClientMessage message = session.createMessage(Message.OBJECT_TYPE, true);
            byte[] object = serialised(new java.util.ArrayList<>(java.util.List.of("harmless, but a Java object")));
            message.getBodyBuffer().writeInt(object.length);
            message.getBodyBuffer().writeBytes(object);
            session.createProducer(arguments[3]).send(message);
        }
    }

    private static byte[] serialised(Object object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }
}
