package bench;

import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Messages a second from topic to topic, at least once: Serai against a program written by hand, in turn, over one broker. */
final class Kafka {

    private static final int MESSAGES = Integer.getInteger("messages", 300_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int SIZE = Integer.getInteger("size", 200);
    private static final Path ROOT = Path.of(System.getProperty("bench.root"));
    private static final String SOURCE = "source";

    private static final String ONE_BY_ONE = """
            - from:
                uri: events:%s?groupId=%s
                steps:
                  - to: events:%2$s
            """;

    private static final String IN_BATCHES = """
            - from:
                uri: events:%s?groupId=%s&batching=true&maxPollRecords=2000
                steps:
                  - to: events:%2$s
                  - script: {groovy: "request.headers.CamelKafkaManualCommit.commit()"}
            """;

    private final String brokers;
    private final Admin admin;

    private Kafka(String brokers) {
        this.brokers = brokers;
        this.admin = Admin.create(client());
    }

    static void run() throws Exception {
        Path folder = Files.createTempDirectory("serai-bench-kafka");
        int port = Subject.freePort();
        Process broker = broker(folder, port);
        try {
            new Kafka("127.0.0.1:" + port).measure();
        } finally {
            broker.destroyForcibly().onExit().join();
            Subject.remove(folder);
        }
    }

    private static Process broker(Path folder, int port) throws IOException, InterruptedException {
        int controller = Subject.freePort();
        Path file = Files.writeString(
                folder.resolve("server.properties"), """
                node.id=1
                process.roles=broker,controller
                controller.quorum.voters=1@127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controller, folder.resolve("log")));
        java(
                        folder,
                        "kafka.tools.StorageTool",
                        "format",
                        "--config",
                        file.toString(),
                        "--cluster-id",
                        "seraiBenchClusterIdAAA")
                .waitFor();
        Process broker = java(folder, "kafka.Kafka", file.toString());
        while (!answers(port)) {
            if (!broker.isAlive()) {
                throw new IllegalStateException("the broker ended: " + Files.readString(folder.resolve("broker.log")));
            }
            LockSupport.parkNanos(50_000_000);
        }
        return broker;
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Process java(Path folder, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp", jars()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()))
                .start();
    }

    /** Those that the lock of the tests' broker names. */
    private static String jars() throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve("src/test/servers/kafka/pack.lock"))) {
            return String.join(
                    File.pathSeparator,
                    lines.filter(line -> line.startsWith("jar "))
                            .map(line -> line.split(" ")[1].split(":"))
                            .map(one -> ROOT.resolve("target/servers/" + one[1] + "-" + one[2] + ".jar")
                                    .toString())
                            .toList());
        }
    }

    private void measure() throws Exception {
        topic(SOURCE);
        fill();
        Path home = Subject.newHome();
        Files.createSymbolicLink(home.resolve("connectors"), ROOT.resolve("connectors"));
        Files.createDirectories(home.resolve("config/connections"));
        Files.writeString(
                home.resolve("config/connections/events.yaml"),
                "connector: kafka\nparameters: {brokers: \"" + brokers + "\"}\n");
        Series byHand = new Series();
        Series oneByOne = new Series();
        Series inBatches = new Series();
        try (Subject subject = Subject.serai(home, Map.of())) {
            for (int round = 0; round <= ROUNDS; round++) {
                double hand = byHand(round);
                double each = routed(subject, ONE_BY_ONE, "each-" + round);
                double batched = routed(subject, IN_BATCHES, "batched-" + round);
                if (round > 0) { // the first warms them
                    byHand.add(hand);
                    oneByOne.add(each);
                    inBatches.add(batched);
                }
            }
        } finally {
            admin.close();
        }
        Table table = new Table("", "messages/s (median)", "ratio");
        table.row("by hand", byHand.median(), "1.00");
        table.row("Serai, one by one", oneByOne.median(), Table.ratio(oneByOne.median(), byHand.median()));
        table.row("Serai, in batches", inBatches.median(), Table.ratio(inBatches.median(), byHand.median()));
        table.print("From topic to topic, " + MESSAGES + " messages of " + SIZE + " bytes, at least once");
        Subject.remove(home);
    }

    private double routed(Subject subject, String route, String name) throws Exception {
        String target = topic(name);
        subject.save("forward.camel.yaml", route.formatted(SOURCE, target));
        return rate(target);
    }

    /** What a program does that loses nothing: receive, send, wait for the sends, commit. */
    private double byHand(int round) throws Exception {
        String target = topic("hand-" + round);
        AtomicBoolean going = new AtomicBoolean(true);
        CompletableFuture<Void> program = CompletableFuture.runAsync(() -> forward(target, going));
        try {
            return rate(target);
        } finally {
            going.set(false);
            program.join();
        }
    }

    private void forward(String target, AtomicBoolean going) {
        Properties settings = client();
        settings.put("group.id", target);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client())) {
            consumer.subscribe(List.of(SOURCE));
            while (going.get()) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(200));
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    producer.send(new ProducerRecord<>(target, null, record.key(), record.value(), record.headers()));
                }
                producer.flush();
                consumer.commitSync();
            }
        }
    }

    /** From the first tenth to the end, so that joining the group does not count. */
    private double rate(String target) throws Exception {
        await(target, MESSAGES / 10);
        long begin = System.nanoTime();
        long from = end(target);
        await(target, MESSAGES);
        return (MESSAGES - from) / ((System.nanoTime() - begin) / 1e9);
    }

    private void await(String topic, long enough) throws Exception {
        long start = System.nanoTime();
        while (end(topic) < enough) {
            if (System.nanoTime() - start > Duration.ofMinutes(5).toNanos()) {
                throw new IllegalStateException(topic + " has " + end(topic) + " of " + enough);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private long end(String topic) throws Exception {
        Map<TopicPartition, OffsetSpec> asked = Map.of(
                new TopicPartition(topic, 0), OffsetSpec.latest(), new TopicPartition(topic, 1), OffsetSpec.latest());
        try {
            return admin.listOffsets(asked).all().get().values().stream()
                    .mapToLong(one -> one.offset())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) { // just made, and not yet told to all
                return 0;
            }
            throw e;
        }
    }

    private String topic(String name) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
        return name;
    }

    private void fill() {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(client())) {
            for (int number = 0; number < MESSAGES; number++) {
                byte[] value = new byte[SIZE];
                value[0] = (byte) number;
                producer.send(
                        new ProducerRecord<>(SOURCE, Integer.toString(number).getBytes(StandardCharsets.UTF_8), value));
            }
        }
    }

    private Properties client() {
        Properties settings = new Properties();
        String bytes = "org.apache.kafka.common.serialization.ByteArray";
        settings.put("bootstrap.servers", brokers);
        settings.put("key.serializer", bytes + "Serializer");
        settings.put("value.serializer", bytes + "Serializer");
        settings.put("key.deserializer", bytes + "Deserializer");
        settings.put("value.deserializer", bytes + "Deserializer");
        return settings;
    }
}
