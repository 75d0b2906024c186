package dev.serai.adapter.messaging.mqtt;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Endpoint;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;

/** A topic to send to, or a filter of topics to receive from. */
final class MqttEndpoint extends PahoMqtt5Endpoint {

    private final MqttClients clients;

    MqttEndpoint(
            String uri,
            String topic,
            MqttComponent component,
            PahoMqtt5Configuration configuration,
            MqttClients clients) {
        super(uri, topic, component, configuration);
        this.clients = clients;
    }

    @Override
    public Producer createProducer() {
        return new MqttProducer(this, clients);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        MqttSource source = new MqttSource(this, processor, clients);
        configureConsumer(source);
        return source;
    }

    /** What the endpoint's own options ask for. */
    MqttConnectionOptions options() throws Exception {
        MqttConnectionOptions options = createMqttConnectionOptions();
        clients.complete(options);
        return options;
    }
}
