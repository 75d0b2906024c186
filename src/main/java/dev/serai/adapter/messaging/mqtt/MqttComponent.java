package dev.serai.adapter.messaging.mqtt;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Component;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.apache.camel.spi.annotations.Component;
import org.jspecify.annotations.Nullable;

/**
 * Camel's component with a source and a sender of Serai's: they start without the broker and come back to it, acknowledge a message when it
 * is done, and carry headers as user properties.
 */
@Component("paho-mqtt5")
public final class MqttComponent extends PahoMqtt5Component {

    private @Nullable MqttClients clients;

    /** The clients that all contexts share. */
    public void setClients(MqttClients clients) {
        this.clients = clients;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (clients == null) {
            throw new IllegalStateException("the component was given no clients");
        }
        PahoMqtt5Configuration configuration = clients.configuration();
        MqttEndpoint endpoint = new MqttEndpoint(uri, remaining, this, configuration, clients);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
