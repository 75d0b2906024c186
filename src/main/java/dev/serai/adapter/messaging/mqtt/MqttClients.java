package dev.serai.adapter.messaging.mqtt;

import dev.serai.foundation.ContextLoader;
import dev.serai.foundation.tls.ClientTls;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Configuration;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.jspecify.annotations.Nullable;

/**
 * What all integrations share of a connection: the settings, and one client that sends for all of them. It connects when the first message is
 * sent, and again when the broker was away. A source has a client of its own, as the broker keeps a session for each.
 */
public final class MqttClients implements AutoCloseable, Callable<String> {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final Duration PAHO_STARTS_THREADS = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final PahoMqtt5Configuration configuration = new PahoMqtt5Configuration();
    private ClientTls tls = new ClientTls();
    private String connection = "";
    private String state = "";
    private @Nullable MqttClient sender;

    public void setUrl(String url) {
        configuration.setBrokerUrl(url);
    }

    /** Name of the connection, part of the names of sessions. */
    public void setConnection(String connection) {
        this.connection = connection;
    }

    /** Folder for what a source with QoS 2 has half received. */
    public void setState(String folder) {
        this.state = folder;
    }

    public void setTls(ClientTls tls) {
        this.tls = tls;
    }

    public void setUser(String user) {
        configuration.setUserName(user);
    }

    public void setPassword(String password) {
        configuration.setPassword(password);
    }

    public void setQos(int qos) {
        configuration.setQos(qos);
    }

    /** How long the broker keeps what a source that is away has not received, in seconds. */
    public void setSessionExpiry(long seconds) {
        configuration.setCleanStart(false);
        configuration.setSessionExpiryInterval(seconds);
    }

    /** Most messages that the broker hands out before the first of them is acknowledged. */
    public void setReceiveMaximum(int messages) {
        configuration.setReceiveMaximum(messages);
    }

    public void setKeepAlive(int seconds) {
        configuration.setKeepAliveInterval(seconds);
    }

    public void setConnectTimeout(int seconds) {
        configuration.setConnectionTimeout(seconds);
    }

    /** Where the broker tells that the connection broke without a farewell. */
    public void setWillTopic(String topic) {
        configuration.setWillTopic(topic);
    }

    public void setWillPayload(String payload) {
        configuration.setWillPayload(payload);
    }

    public void setWillRetained(boolean retained) {
        configuration.setWillRetained(retained);
    }

    /** A copy, for an endpoint to set its own options on. The will is the sender's alone. */
    PahoMqtt5Configuration configuration() {
        PahoMqtt5Configuration copy = configuration.copy();
        copy.setWillTopic(null);
        copy.setWillPayload(null);
        return copy;
    }

    String connection() {
        return connection;
    }

    String state() {
        return state;
    }

    /** Adds what cannot be said as an option. */
    void complete(MqttConnectionOptions options) throws GeneralSecurityException {
        options.setAutomaticReconnect(false);
        if (isSecure(configuration.getBrokerUrl())) {
            options.setSocketFactory(tls.context().getSocketFactory());
        }
    }

    private static boolean isSecure(String url) {
        return url.startsWith("ssl://") || url.startsWith("wss://");
    }

    /** Sends, and waits until the broker has taken it over as the message's QoS says. */
    void publish(String topic, MqttMessage message) throws MqttException, GeneralSecurityException {
        sender().publish(topic, message);
    }

    private synchronized MqttClient sender() throws MqttException, GeneralSecurityException {
        if (sender != null && sender.isConnected()) {
            return sender;
        }
        end(sender);
        sender = connected("serai-" + connection + "-" + UUID.randomUUID(), sending());
        return sender;
    }

    /** Its threads must not keep hold of the integration that happened to need it first. */
    private MqttClient connected(String clientId, MqttConnectionOptions options) throws MqttException {
        return ContextLoader.of(
                MqttClients.class,
                () -> connect(
                        new MqttClient(configuration.getBrokerUrl(), clientId, new MemoryPersistence()), options));
    }

    private MqttClient connect(MqttClient client, MqttConnectionOptions options) throws MqttException {
        client.setTimeToWait(PATIENCE_MILLIS);
        try {
            client.connect(options);
            return client;
        } catch (MqttException e) {
            endAfter(e, client);
            throw e;
        }
    }

    private void endAfter(MqttException failure, MqttClient client) {
        try {
            end(client);
        } catch (MqttException e) {
            failure.addSuppressed(e);
        }
    }

    private MqttConnectionOptions sending() throws GeneralSecurityException {
        MqttConnectionOptions options = asking();
        if (configuration.getWillTopic() != null) {
            String payload = configuration.getWillPayload() == null ? "" : configuration.getWillPayload();
            MqttMessage will = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
            will.setQos(1);
            will.setRetained(configuration.isWillRetained());
            options.setWill(configuration.getWillTopic(), will);
        }
        return options;
    }

    private MqttConnectionOptions asking() throws GeneralSecurityException {
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        options.setConnectionTimeout(configuration.getConnectionTimeout());
        options.setKeepAliveInterval(configuration.getKeepAliveInterval());
        if (configuration.getUserName() != null) {
            options.setUserName(configuration.getUserName());
        }
        if (configuration.getPassword() != null) {
            options.setPassword(configuration.getPassword().getBytes(StandardCharsets.UTF_8));
        }
        complete(options);
        return options;
    }

    /** Logs in with a client of its own that ends with the question. */
    @Override
    public String call() throws MqttException, GeneralSecurityException {
        MqttClient asking = connected("serai-probe-" + UUID.randomUUID(), asking());
        try {
            return asking.getCurrentServerURI();
        } finally {
            end(asking);
        }
    }

    /**
     * Ends a client; one that is not connected any more only has to let go of what it holds. Paho leaves a thread behind for good when a client
     * is ended while it connects, so one that nobody waits for any more is first given the time that connecting may take.
     */
    void end(@Nullable MqttClient client) throws MqttException {
        if (client == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            endOnceConnected(client, System.nanoTime() + connecting().toNanos());
        } catch (MqttException e) {
            client.disconnectForcibly(0, 0, false);
            client.close(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Duration connecting() {
        return Duration.ofSeconds(configuration.getConnectionTimeout()).plus(PAHO_STARTS_THREADS);
    }

    private static void endOnceConnected(MqttClient client, long deadline) throws MqttException {
        while (true) {
            try {
                if (client.isConnected()) {
                    client.disconnect();
                }
                client.close(true);
                return;
            } catch (MqttException e) {
                if (e.getReasonCode() != MqttClientException.REASON_CODE_CONNECT_IN_PROGRESS
                        || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    @Override
    public synchronized void close() throws MqttException {
        MqttClient last = sender;
        sender = null;
        end(last);
    }
}
