package dev.serai.adapter.messaging.kafka;

import dev.serai.foundation.Backlog;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.camel.component.kafka.KafkaClientFactory;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;

/** Makes the clients that Camel's component works with, for all integrations that use a connection. */
public final class Clients implements KafkaClientFactory, Backlog {

    private final Set<CommittingConsumer> consumers = ConcurrentHashMap.newKeySet();
    private final Set<Integer> numbers = new TreeSet<>();
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
        return WithPack.call(() -> SendingProducer.of(properties));
    }

    @Override
    public Consumer<Object, Object> getConsumer(Properties properties) {
        properties.putAll(settings.client());
        Replay replay = Replay.of(properties);
        if (exactlyOnce) {
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        }
        int number = take();
        Deliveries deliveries = new Deliveries(transaction(number));
        try {
            CommittingConsumer made =
                    WithPack.call(() -> new CommittingConsumer(properties, replay, deliveries, closed -> {
                        consumers.remove(closed);
                        giveBack(number);
                    }));
            consumers.add(made);
            return made;
        } catch (RuntimeException e) {
            giveBack(number);
            throw e;
        }
    }

    private Optional<Transaction> transaction(int number) {
        if (!exactlyOnce) {
            return Optional.empty();
        }
        Properties properties = settings.client();
        settings.limit(properties);
        String place = machine() + "-" + Integer.toHexString(home.hashCode());
        return Optional.of(new Transaction(properties, transactions + "-" + place + "-" + number));
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** The lowest number that no consumer has: the same ones after a restart, which ends what the last run left open. */
    private int take() {
        synchronized (numbers) {
            int number = 0;
            while (!numbers.add(number)) {
                number++;
            }
            return number;
        }
    }

    private void giveBack(int number) {
        synchronized (numbers) {
            numbers.remove(number);
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
