package dev.serai.adapter.messaging.mqtt;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a source what its client hears. */
record MqttSession(MqttSource source, MqttClient client) implements MqttCallback {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSession.class);

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        source.arrived(client, topic, message);
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        LOG.debug("{} lost its broker: {}", client.getClientId(), response.getReasonString());
        source.lost(client);
    }

    @Override
    public void mqttErrorOccurred(MqttException failure) {
        LOG.debug("{} met an error", client.getClientId(), failure);
    }

    @Override
    public void connectComplete(boolean again, String url) {
        LOG.debug("{} is connected to {}", client.getClientId(), url);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        LOG.trace("{} sent a message", client.getClientId());
    }

    @Override
    public void authPacketArrived(int reason, @Nullable MqttProperties properties) {
        LOG.debug("{} was asked to log in again, reason {}", client.getClientId(), reason);
    }
}
