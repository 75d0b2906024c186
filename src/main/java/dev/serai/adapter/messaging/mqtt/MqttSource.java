package dev.serai.adapter.messaging.mqtt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.component.paho.mqtt5.PahoMqtt5Constants;
import org.apache.camel.support.DefaultConsumer;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttClientPersistence;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.client.persist.MqttDefaultFilePersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives in a session that the broker keeps, and acknowledges a message when it is done: delivered, or kept as a dead letter. What was not
 * acknowledged comes again when the session is resumed, which happens at once when a message could neither be delivered nor kept.
 */
final class MqttSource extends DefaultConsumer implements Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSource.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int ONLY_NEW_SUBSCRIPTIONS_GET_RETAINED = 1;

    private final MqttEndpoint endpoint;
    private final MqttClients clients;
    private volatile @Nullable MqttClient client;
    private volatile boolean told;
    private final AtomicBoolean due = new AtomicBoolean();
    private @Nullable ScheduledExecutorService connecting;

    MqttSource(MqttEndpoint endpoint, Processor processor, MqttClients clients) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.clients = clients;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        connecting = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, "mqtt " + endpoint.getTopic());
        connect();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        again(0);
    }

    private void again(long pause) {
        ScheduledExecutorService executor = connecting;
        if (executor != null && !isStoppingOrStopped() && due.compareAndSet(false, true)) {
            executor.schedule(this::connect, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Begins with a new client each time: one that lost its broker may still hold messages that will be delivered again. */
    private synchronized void connect() {
        due.set(false);
        if (isStoppingOrStopped()) {
            return;
        }
        try {
            leave();
            MqttClient fresh = new MqttClient(endpoint.getConfiguration().getBrokerUrl(), session(), persistence());
            client = fresh;
            fresh.setManualAcks(true);
            fresh.setTimeToWait(PATIENCE_MILLIS);
            fresh.setCallback(new MqttSession(this, fresh));
            fresh.connect(endpoint.options());
            MqttSubscription subscription = new MqttSubscription(
                    endpoint.getTopic(), endpoint.getConfiguration().getQos());
            subscription.setRetainHandling(ONLY_NEW_SUBSCRIPTIONS_GET_RETAINED);
            fresh.subscribe(new MqttSubscription[] {subscription});
            told = false;
        } catch (Exception e) {
            tell(e);
            again(PAUSE_MILLIS);
        }
    }

    private void tell(Exception e) {
        if (!told) {
            LOG.warn(
                    "connection {}: nothing is received from {} until the broker answers ({}); tried again every second",
                    clients.connection(),
                    endpoint.getTopic(),
                    e.getMessage());
            told = true;
        }
    }

    /** The same after each start and in each version, or else the broker would keep a session for nobody. */
    private String session() {
        String chosen = endpoint.getConfiguration().getClientId();
        String integration = endpoint.getCamelContext().getName().replaceAll("@.*", "");
        return chosen != null ? chosen : "serai-" + clients.connection() + "-" + integration + "-" + getRouteId();
    }

    /** With QoS 2 the broker forgets a message before it is done: what stands between must outlive this process. */
    private MqttClientPersistence persistence() throws IOException {
        if (endpoint.getConfiguration().getQos() < 2) {
            return new MemoryPersistence();
        }
        Path folder = Files.createDirectories(Path.of(clients.state()));
        return new MqttDefaultFilePersistence(folder.toString());
    }

    /** The broker is gone, or ended the connection. */
    void lost(MqttClient lost) {
        if (lost == client) {
            again(PAUSE_MILLIS);
        }
    }

    /** A message that comes while the source is to be quiet is left to the next session. */
    void arrived(MqttClient from, String topic, MqttMessage message) {
        if (isRunAllowed() && !isSuspendingOrSuspended()) {
            Exchange exchange = createExchange(false);
            exchange.getIn().setBody(message.getPayload());
            exchange.getIn().setHeader(PahoMqtt5Constants.MQTT_TOPIC, topic);
            exchange.getIn().setHeader(PahoMqtt5Constants.MQTT_QOS, message.getQos());
            UserProperties.copy(message.getProperties(), exchange);
            getAsyncProcessor().process(exchange, doneSync -> done(from, message, exchange));
        }
    }

    private void done(MqttClient from, MqttMessage message, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure == null) {
            acknowledge(from, message);
        } else {
            getExceptionHandler().handleException("a message was neither delivered nor kept", exchange, failure);
            again(PAUSE_MILLIS);
        }
        releaseExchange(exchange, false);
    }

    private void acknowledge(MqttClient from, MqttMessage message) {
        try {
            from.messageArrivedComplete(message.getId(), message.getQos());
        } catch (MqttException e) {
            LOG.debug("a message on {} could not be acknowledged, and comes again", endpoint.getTopic(), e);
        }
    }

    private synchronized void leave() {
        MqttClient old = client;
        client = null;
        try {
            clients.end(old);
        } catch (MqttException e) {
            LOG.debug("the session on {} could not be left", endpoint.getTopic(), e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (connecting != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownNow(connecting);
            connecting = null;
        }
        leave();
        super.doStop();
    }
}
