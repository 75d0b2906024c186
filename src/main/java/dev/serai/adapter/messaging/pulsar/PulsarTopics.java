package dev.serai.adapter.messaging.pulsar;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.pulsar.PulsarComponent;
import org.apache.camel.component.pulsar.PulsarConfiguration;
import org.apache.camel.component.pulsar.PulsarEndpoint;
import org.apache.camel.spi.annotations.Component;

/** Camel's component with endpoints that carry headers, over the client that a connection shares. */
@Component("pulsar")
public final class PulsarTopics extends PulsarComponent {

    private PulsarConnection connection = new PulsarConnection();

    public void setConnection(PulsarConnection connection) {
        this.connection = connection;
    }

    @Override
    protected void doStart() throws Exception {
        setPulsarClient(connection.client());
        super.doStart();
    }

    @Override
    protected Endpoint createEndpoint(String uri, String path, Map<String, Object> parameters) throws Exception {
        PulsarEndpoint camels = (PulsarEndpoint) super.createEndpoint(uri, whole(path), parameters);
        PulsarConfiguration configuration = camels.getPulsarConfiguration();
        boolean acknowledgedByRoute = configuration.isAllowManualAcknowledgement();
        configuration.setAllowManualAcknowledgement(true);
        TopicEndpoint endpoint = new TopicEndpoint(uri, this, connection, acknowledgedByRoute);
        endpoint.setPulsarConfiguration(configuration);
        endpoint.setPulsarClient(camels.getPulsarClient());
        endpoint.setPersistence(camels.getPersistence());
        endpoint.setTenant(camels.getTenant());
        endpoint.setNamespace(camels.getNamespace());
        endpoint.setTopic(camels.getTopic());
        return endpoint;
    }

    /** A topic may be named as Pulsar's own tools take it: alone for the default namespace, or with tenant and namespace. */
    private static String whole(String path) {
        if (path.contains("://")) {
            return path;
        }
        return "persistent://" + (path.contains("/") ? path : "public/default/" + path);
    }
}
