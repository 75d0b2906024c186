import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends or reads one record by Kafka's own client, which knows nothing of tracing. Started from source, with the broker's jars as class path. */
public final class PlainRecord {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private PlainRecord() {}

    /**
     * @param arguments {@code send}, brokers, topic, body, name of a header, its value; or {@code read}, brokers, topic, body of the record
     *     that is waited for, file that its headers are written to, as {@code name=value} in lines
     */
    public static void main(String[] arguments) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", arguments[1]);
        if (arguments[0].equals("send")) {
            send(settings, arguments);
        } else {
            Files.write(Path.of(arguments[4]), headers(settings, arguments[2], arguments[3]));
        }
    }

    private static void send(Map<String, Object> settings, String... arguments) throws Exception {
        ProducerRecord<String, String> plain = new ProducerRecord<>(arguments[2], arguments[3]);
        plain.headers().add(arguments[4], arguments[5].getBytes(StandardCharsets.UTF_8));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(plain).get();
        }
    }

    private static List<String> headers(Map<String, Object> settings, String topic, String body) {
        Map<String, Object> more = new TreeMap<>(settings);
        more.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(more, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList());
            for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
                for (ConsumerRecord<String, String> read : consumer.poll(Duration.ofSeconds(1))) {
                    if (read.value().equals(body)) {
                        return lines(read);
                    }
                }
            }
        }
        throw new IllegalStateException("no " + body + " came in " + topic);
    }

    private static List<String> lines(ConsumerRecord<String, String> read) {
        List<String> lines = new java.util.ArrayList<>();
        read.headers().forEach(one -> lines.add(one.key() + "=" + new String(one.value(), StandardCharsets.UTF_8)));
        return lines;
    }
}
