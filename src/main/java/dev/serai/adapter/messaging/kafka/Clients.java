package dev.serai.adapter.messaging.kafka;

import dev.serai.foundation.Backlog;
import dev.serai.foundation.ContextLoader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Makes the clients that Camel's component works with, for all integrations that use a connection. */
public final class Clients implements KafkaClientFactory, Backlog {

    private final Set<CommittingConsumer> consumers = ConcurrentHashMap.newKeySet();
    private final Numbers receivers = new Numbers();
    private final Numbers senders = new Numbers();
    private KafkaSettings settings = new KafkaSettings();
    private String transactions = "";
    private String home = "";
    private boolean exactlyOnce;

    /** Where the brokers are, and how to log in. */
    public void setSettings(KafkaSettings settings) {
        this.settings = settings;
    }

    /** {@code exactly-once} makes one transaction of what is received from a topic and what is sent because of it. */
    public void setDelivery(String delivery) {
        this.exactlyOnce = delivery.equals("exactly-once");
        if (!exactlyOnce && !delivery.equals("at-least-once")) {
            throw new IllegalArgumentException(
                    "delivery is \"" + delivery + "\"; expected at-least-once or exactly-once");
        }
    }

    /** What the names of its transactions begin with; the machine and the home follow, so that each Serai has its own. */
    public void setTransactions(String transactions) {
        this.transactions = transactions;
    }

    /** The home folder of this Serai. */
    public void setHome(String home) {
        this.home = home;
    }

    @Override
    public Producer<Object, Object> getProducer(Properties properties) {
        properties.putAll(settings.client());
        settings.limit(properties);
        if (!properties.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG)) {
            return ContextLoader.of(Clients.class, () -> new SendingProducer(properties));
        }
        int number = senders.take();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, place() + "-sender-" + number);
        return made(senders, number, () -> new TransactedProducer(properties, () -> senders.giveBack(number)));
    }

    private static <T> T made(Numbers numbers, int number, Supplier<T> client) {
        try {
            return ContextLoader.of(Clients.class, client::get);
        } catch (RuntimeException e) {
            numbers.giveBack(number);
            throw e;
        }
    }

    @Override
    public Consumer<Object, Object> getConsumer(Properties properties) {
        properties.putAll(settings.client());
        Replay replay = Replay.of(properties);
        if (exactlyOnce) {
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        }
        int number = receivers.take();
        Deliveries deliveries = new Deliveries(transaction(number));
        CommittingConsumer made = made(
                receivers,
                number,
                () -> new CommittingConsumer(properties, replay, deliveries, closed -> {
                    // Camel closes some consumers twice; their number may have a new owner by then.
                    if (consumers.remove(closed)) {
                        receivers.giveBack(number);
                    }
                }));
        consumers.add(made);
        return made;
    }

    private Optional<Transaction> transaction(int number) {
        if (!exactlyOnce) {
            return Optional.empty();
        }
        Properties properties = settings.client();
        settings.limit(properties);
        return Optional.of(new Transaction(properties, place() + "-" + number));
    }

    /** Of this connection, machine and home: what the names of its transactions begin with. */
    private String place() {
        return transactions + "-" + machine() + "-" + Integer.toHexString(home.hashCode());
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    @Override
    public String getBrokers(KafkaConfiguration configuration) {
        return settings.brokers();
    }

    @Override
    public List<Waiting> waiting() {
        return consumers.stream()
                .flatMap(consumer -> consumer.waiting().stream())
                .collect(Collectors.groupingBy(
                        one -> Map.entry(one.group(), one.source()), Collectors.summingLong(Waiting::messages)))
                .entrySet()
                .stream()
                .map(one -> new Waiting(one.getKey().getKey(), one.getKey().getValue(), one.getValue()))
                .toList();
    }
}
