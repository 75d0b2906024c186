package dev.serai.adapter.messaging.mqtt;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.support.DefaultProducer;
import org.eclipse.paho.mqttv5.common.MqttMessage;

/** Sends bodies through the client that all share. */
final class MqttProducer extends DefaultProducer {

    private final MqttEndpoint endpoint;
    private final MqttClients clients;

    MqttProducer(MqttEndpoint endpoint, MqttClients clients) {
        super(endpoint);
        this.endpoint = endpoint;
        this.clients = clients;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        PahoMqtt5Configuration options = endpoint.getConfiguration();
        Message in = exchange.getMessage();
        byte[] body = in.getBody(byte[].class);
        MqttMessage message = new MqttMessage(body == null ? new byte[0] : body);
        message.setQos(in.getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_QOS, options.getQos(), Integer.class));
        message.setRetained(
                in.getHeader(PahoMqtt5Constants.CAMEL_PAHO_MSG_RETAINED, options.isRetained(), Boolean.class));
        message.setProperties(UserProperties.of(exchange));
        clients.publish(
                in.getHeader(PahoMqtt5Constants.CAMEL_PAHO_OVERRIDE_TOPIC, endpoint.getTopic(), String.class), message);
    }
}
