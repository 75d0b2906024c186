import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientConsumer;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** Sends or reads one text by Artemis' own client, which knows nothing of tracing. Started from source, with the broker's jars as class path. */
public final class PlainMessage {

    private static final long PATIENCE_MILLIS = 90_000;

    private PlainMessage() {}

    /**
     * @param arguments {@code send}, URL, user, password, queue, body, name of a property, its value; or {@code read}, URL, user, password,
     *     queue, file that the properties of its first message are written to, as {@code name=value} in lines
     */
    public static void main(String[] arguments) throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(arguments[1]);
                ClientSessionFactory factory = locator.createSessionFactory();
                ClientSession session = factory.createSession(arguments[2], arguments[3], false, true, true, false, 1)) {
            SimpleString queue = SimpleString.of(arguments[4]);
            if (!session.queueQuery(queue).isExists()) {
                session.createQueue(QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST));
            }
            if (arguments[0].equals("send")) {
                send(session, arguments);
            } else {
                Files.write(Path.of(arguments[5]), properties(session, queue));
            }
        }
    }

    private static void send(ClientSession session, String... arguments) throws Exception {
        ClientMessage message = session.createMessage(Message.TEXT_TYPE, true);
        message.getBodyBuffer().writeNullableSimpleString(SimpleString.of(arguments[5]));
        message.putStringProperty(arguments[6], arguments[7]);
        session.createProducer(arguments[4]).send(message);
    }

    private static List<String> properties(ClientSession session, SimpleString queue) throws Exception {
        session.start();
        ClientConsumer consumer = session.createConsumer(queue);
        ClientMessage read = consumer.receive(PATIENCE_MILLIS);
        if (read == null) {
            throw new IllegalStateException("no message came in " + queue);
        }
        read.acknowledge();
        return read.getPropertyNames().stream()
                .map(name -> name + "=" + read.getObjectProperty(name))
                .toList();
    }
}
