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
    protected Endpoint createEndpoint(String uri, String path, Map<String, Object> parameters) throws Exception {
        PulsarEndpoint camels = (PulsarEndpoint) super.createEndpoint(uri, path, parameters);
        PulsarConfiguration configuration = camels.getPulsarConfiguration();
        boolean acknowledgedByRoute = configuration.isAllowManualAcknowledgement();
        configuration.setAllowManualAcknowledgement(true);
        TopicEndpoint endpoint = new TopicEndpoint(uri, this, connection, acknowledgedByRoute);
        endpoint.setPulsarConfiguration(configuration);
        endpoint.setPulsarClient(connection.client());
        endpoint.setPersistence(camels.getPersistence());
        endpoint.setTenant(camels.getTenant());
        endpoint.setNamespace(camels.getNamespace());
        endpoint.setTopic(camels.getTopic());
        return endpoint;
    }
}
