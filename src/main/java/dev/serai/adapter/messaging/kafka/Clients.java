package dev.serai.adapter.messaging.kafka;

import java.util.Properties;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Makes the clients that Camel's component works with. */
public final class Clients implements KafkaClientFactory {

    private KafkaSettings settings = new KafkaSettings();

    /** Where the brokers are, and how to log in. */
    public void setSettings(KafkaSettings settings) {
        this.settings = settings;
    }

    @Override
    public Producer<Object, Object> getProducer(Properties properties) {
        properties.putAll(settings.client());
        settings.limit(properties);
        return WithPack.call(() -> new KafkaProducer<>(properties));
    }

    @Override
    public Consumer<Object, Object> getConsumer(Properties properties) {
        properties.putAll(settings.client());
        return WithPack.call(() -> new KafkaConsumer<>(properties));
    }

    @Override
    public String getBrokers(KafkaConfiguration configuration) {
        return settings.brokers();
    }
}
