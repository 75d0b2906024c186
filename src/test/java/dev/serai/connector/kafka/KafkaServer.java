package dev.serai.connector.kafka;

import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One broker that is its own controller, with a port for each way of logging in: none, SASL without TLS, SASL with TLS, a certificate. */
final class KafkaServer implements SystemUnderTest {

    static final String USER = "serai";
    static final String PASSWORD = "correct-horse-battery";
    static final String SCRAM_PASSWORD = "staple-of-the-north";

    private static final Path KEYS = Path.of("src/test/resources/tls").toAbsolutePath();
    static final Path CA = KEYS.resolve("ca.pem");
    static final Path CLIENT = KEYS.resolve("client.pem");
    static final Path CLIENT_KEY = KEYS.resolve("client.key");

    private static final String PROPERTIES = """
            node.id=1
            process.roles=broker,controller
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=OPEN
            listeners=OPEN://127.0.0.1:%1$d,SASL://127.0.0.1:%3$d,TLS://127.0.0.1:%4$d,MUTUAL://127.0.0.1:%9$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=OPEN://127.0.0.1:%1$d,SASL://127.0.0.1:%3$d,TLS://127.0.0.1:%4$d,MUTUAL://127.0.0.1:%9$d
            listener.security.protocol.map=OPEN:PLAINTEXT,SASL:SASL_PLAINTEXT,TLS:SASL_SSL,MUTUAL:SSL,CONTROLLER:PLAINTEXT
            listener.name.sasl.sasl.enabled.mechanisms=PLAIN
            listener.name.sasl.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required user_%5$s="%6$s";
            listener.name.tls.sasl.enabled.mechanisms=SCRAM-SHA-256
            listener.name.tls.scram-sha-256.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
            listener.name.tls.ssl.keystore.type=PEM
            listener.name.tls.ssl.keystore.location=%7$s
            listener.name.mutual.ssl.keystore.type=PEM
            listener.name.mutual.ssl.keystore.location=%7$s
            listener.name.mutual.ssl.truststore.type=PEM
            listener.name.mutual.ssl.truststore.location=%10$s
            listener.name.mutual.ssl.client.auth=required
            log.dirs=%8$s
            num.partitions=2
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=1
            group.initial.rebalance.delay.ms=0
            log.cleaner.dedupe.buffer.size=2000000
            log.cleaner.threads=1
            """;

    private final int open = Ports.free();
    private final int controller = Ports.free();
    private final int sasl = Ports.free();
    private final int tls = Ports.free();
    private final int mutual = Ports.free();
    private Optional<ServerProcess> process = Optional.empty();

    @Override
    public String connector() {
        return "kafka";
    }

    @Override
    public void start(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("keys.pem"),
                Files.readString(KEYS.resolve("rsa.key")) + Files.readString(KEYS.resolve("rsa.pem")));
        Path file = Files.writeString(
                folder.resolve("server.properties"),
                PROPERTIES.formatted(
                        open,
                        controller,
                        sasl,
                        tls,
                        USER,
                        PASSWORD,
                        folder.resolve("keys.pem"),
                        folder.resolve("log"),
                        mutual,
                        CA));
        JavaServer kafka = JavaServer.named("kafka");
        kafka.command(
                        folder,
                        sasl,
                        "kafka.tools.StorageTool",
                        "format",
                        "--config",
                        file.toString(),
                        "--cluster-id",
                        "seraiTestClusterIdAAAA",
                        "--add-scram",
                        "SCRAM-SHA-256=[name=%s,password=%s]".formatted(USER, SCRAM_PASSWORD))
                .run();
        process = Optional.of(new ServerProcess(kafka.command(folder, sasl, "kafka.Kafka", file.toString())).start());
    }

    @Override
    public void kill() {
        process.orElseThrow().kill();
    }

    @Override
    public void restart() {
        process.orElseThrow().start();
    }

    @Override
    public int port() {
        return sasl;
    }

    /** Of the port that asks nobody who he is. */
    String openBrokers() {
        return "127.0.0.1:" + open;
    }

    /** Of the port that speaks TLS. */
    String tlsBrokers() {
        return "127.0.0.1:" + tls;
    }

    /** Of the port that asks for a certificate. */
    String mutualTlsBrokers() {
        return "127.0.0.1:" + mutual;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "brokers", "127.0.0.1:" + sasl,
                "security", "SASL_PLAINTEXT",
                "sasl-mechanism", "PLAIN",
                "user", USER,
                "password", PASSWORD,
                "group", "contract",
                "delivery-timeout", "2000");
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-" + PASSWORD);
    }

    @Override
    public String saysWrongCredentials() {
        return "Authentication failed";
    }

    @Override
    public Map<String, String> unreachable(int port) {
        return Map.of("brokers", "127.0.0.1:" + port);
    }

    @Override
    public String saysUnreachable(int port) {
        return "no broker answers at 127.0.0.1:" + port;
    }

    @Override
    public String source(String channel) {
        return channel;
    }

    @Override
    public void close() {
        process.ifPresent(ServerProcess::close);
    }
}
