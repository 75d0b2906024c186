package dev.serai.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.connector.ConnectedHome;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.Heap;
import dev.serai.fixture.LiveSerai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises of Kafka beyond the contract. */
@TestMethodOrder(OrderAnnotation.class)
class KafkaFeaturesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int ROUNDS = 4;
    private static final String BUNDLES = "dev.serai.management.lifecycle.deploy.BundleClassLoader";
    private static final String WRITE =
            "- to: \"file:{{serai.home}}/received?fileName=%s&fileExist=Append&appendChars=\\\\n\"";

    private static final String SENDER = """
            - from:
                uri: platform-http:/%s
                steps:
                  - setProperty: {name: words, simple: "${header.words}"}
                  - setBody: {groovy: "exchange.getProperty('words').split(',').collect { it == 'huge' ? 'x' * 2000000 : it }"}
                  - removeHeaders: {pattern: "*"}
                  - to: {uri: "%s"}
                  - script: {groovy: "if (exchange.getProperty('words').contains('refused')) throw new IllegalStateException('refused')"}
                  - setBody: {constant: sent}
            """;
    private static final String READER = """
            - from:
                uri: "%s"
                steps:
                  - convertBodyTo: {type: String}
                  %s
            """;

    private static final KafkaServer KAFKA = new KafkaServer();

    @TempDir
    private static Path folder;

    private static ConnectedHome home;
    private static LiveSerai serai;

    @BeforeAll
    static void start() throws Exception {
        KAFKA.start(Files.createDirectory(folder.resolve("kafka")));
        home = home("home");
        Files.writeString(
                home.path().resolve("client.pem"),
                Files.readString(KafkaServer.CLIENT_KEY) + Files.readString(KafkaServer.CLIENT));
        connection(
                "mutual",
                "certificates: %s, client-certificate: %s"
                        .formatted(KafkaServer.CA, home.path().resolve("client.pem")));
        connection("nameless", "certificates: " + KafkaServer.CA);
        home.with("config/connections/seen.yaml", "connector: h2\n");
        serai = LiveSerai.start(home.path(), Map.of("serai.retry.attempts", "0"));
    }

    private static void connection(String name, String certificates) throws IOException {
        home.with("config/connections/" + name + ".yaml", """
                connector: kafka
                parameters: {brokers: "%s", security: SSL, delivery-timeout: 5000, %s}
                """.formatted(KAFKA.mutualTlsBrokers(), certificates));
    }

    private static ConnectedHome home(String name) throws IOException {
        return ConnectedHome.in(Files.createDirectory(folder.resolve(name)))
                .with("config/connections/events.yaml", """
                        connector: kafka
                        parameters: {brokers: "%s"}
                        """.formatted(KAFKA.openBrokers()));
    }

    @AfterAll
    static void stop() {
        try (KafkaServer closing = KAFKA) {
            serai.close();
        }
    }

    private static void integration(String name, String text) {
        assertThat(serai.door()
                        .saved(name + ".camel.yaml", text)
                        .path("accepted")
                        .asBoolean())
                .as(() -> serai.door().receipt(name).toString())
                .isTrue();
    }

    private static String reader(String name, String endpoint) {
        return READER.formatted(endpoint, WRITE.formatted(name));
    }

    private static void awaitReceived(ConnectedHome where, String file, String... lines) {
        await(file).atMost(PATIENCE).untilAsserted(() -> assertThat(where.received(file))
                .containsExactly(lines));
    }

    @Test
    void aClientShowsItsCertificateAndNoOtherIsLetIn() {
        integration("shown", SENDER.formatted("shown", "mutual:shown"));
        integration("hidden", SENDER.formatted("hidden", "nameless:shown"));
        integration("seen", reader("seen", "mutual:shown"));

        assertThat(serai.door().get("/shown?words=a")).isEqualTo("sent");
        assertThat(serai.door().get("/hidden?words=b")).startsWith("5");

        awaitReceived(home, "seen", "a");
    }

    @Test
    void replayBeginsAtAPointInTime() {
        integration("early", SENDER.formatted("early", "events:history?partitionKey=0"));
        serai.door().get("/early?words=a,b");
        Instant between = Instant.now().plusMillis(1);
        await().until(() -> Instant.now().isAfter(between.plusMillis(1)));
        serai.door().get("/early?words=c,d");

        integration("again", reader("again", "events:history?additionalProperties.serai.begin-at=" + between));

        awaitReceived(home, "again", "c", "d");
    }

    @Test
    void whatAMessageSendsInATransactionIsSeenAsAWholeOrNotAtAll() {
        integration("together", SENDER.formatted("together", "events:whole?transacted=true&partitionKey=0"));
        integration("whole", reader("whole", "events:whole?isolationLevel=read_committed"));
        integration("parts", reader("parts", "events:whole?isolationLevel=read_uncommitted"));

        assertThat(serai.door().get("/together?words=a-1,a-2,huge")).startsWith("5");
        assertThat(serai.door().get("/together?words=b-1,refused")).startsWith("5");
        assertThat(serai.door().get("/together?words=c-1,c-2")).isEqualTo("sent");

        awaitReceived(home, "whole", "c-1", "c-2");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(home.received("parts")).contains("b-1", "refused", "c-1", "c-2"));
    }

    @Test
    void messagesThatComeAtATimeTakeTurnsWithTheirTransactions() {
        integration("crowd", SENDER.formatted("crowd", "events:crowd?transacted=true&partitionKey=0"));
        integration("crowded", reader("crowded", "events:crowd?isolationLevel=read_committed"));
        serai.door().get("/crowd?words=first");

        List<CompletableFuture<String>> answers = IntStream.range(0, 10)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> serai.door().get("/crowd?words=w-%1$d,w-%1$d".formatted(number))))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo("sent"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(home.received("crowded")).hasSize(21));
        assertThat(pairs(home, "crowded"))
                .allSatisfy(pair -> assertThat(pair.get(0)).isEqualTo(pair.get(1)));
    }

    private static List<List<String>> pairs(ConnectedHome where, String file) {
        try {
            List<String> lines = where.received(file);
            return IntStream.range(0, lines.size() / 2)
                    .mapToObj(pair -> lines.subList(1 + 2 * pair, 3 + 2 * pair))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatComesTwiceIsDoneOnceWithTheRepositoryOfADatabase() {
        String once = """
                - from:
                    uri: events:orders
                    steps:
                      - convertBodyTo: {type: String}
                      - policy:
                          ref: seen.transaction
                          steps:
                            - idempotentConsumer:
                                idempotentRepository: "#seen.idempotent.orders"
                                simple: "${body}"
                                steps:
                                  %s
                """.formatted(WRITE.formatted("orders"));
        integration("order", SENDER.formatted("order", "events:orders?partitionKey=0"));
        integration("orders", once);
        serai.door().get("/order?words=1,1,2");
        awaitReceived(home, "orders", "1", "2");

        integration("orders", once + "# begun again\n");
        serai.door().get("/order?words=1,3");

        awaitReceived(home, "orders", "1", "2", "3");
    }

    @Test
    void commitOfARouteIsOfItsWholeBatchInEachPartition() {
        String batches = """
                - from:
                    uri: events:batched?batching=true&maxPollRecords=50
                    steps:
                      - setBody: {groovy: "body.collect { new String(it.message.body) }.join('\\\\n')"}
                      %s
                      - script: {groovy: "request.headers.CamelKafkaManualCommit.commit()"}
                """.formatted(WRITE.formatted("batched"));
        integration("even", SENDER.formatted("even", "events:batched?partitionKey=0"));
        integration("odd", SENDER.formatted("odd", "events:batched?partitionKey=1"));
        serai.door().get("/even?words=0,2,4");
        serai.door().get("/odd?words=1,3,5");
        integration("batches", batches);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(home.received("batched"))
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5"));

        integration("batches", batches + "# begun again\n");
        serai.door().get("/even?words=6");
        serai.door().get("/odd?words=7");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(home.received("batched"))
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7"));
    }

    @Test
    void commitOfARouteHoldsOverAKill() throws Exception {
        integration("numbers", SENDER.formatted("numbers", "events:numbers?partitionKey=0"));
        serai.door().get("/numbers?words=n-1,n-2,n-3,n-4,n-5");
        ConnectedHome second =
                home("second").with("routes/manual.camel.yaml", """
                - from:
                    uri: events:numbers
                    steps:
                      - convertBodyTo: {type: String}
                      %s
                      - choice:
                          when:
                            - simple: "${body} == 'n-3'"
                              steps:
                                - script: {groovy: "request.headers.CamelKafkaManualCommit.commit()"}
                            - simple: "${body} == 'n-4'"
                              steps:
                                - delay: {constant: 600000}
                """.formatted(WRITE.formatted("manual")));

        try (ChildSerai child = ChildSerai.start(second.path())) {
            awaitReceived(second, "manual", "n-1", "n-2", "n-3", "n-4");
            child.kill();
        }
        try (ChildSerai child = ChildSerai.start(second.path())) {
            await(child.toString()).atMost(PATIENCE).untilAsserted(() -> assertThat(second.received("manual"))
                    .containsExactly("n-1", "n-2", "n-3", "n-4", "n-4"));
        }
    }

    /** Java itself may remember the last class or two that a script was called with: what must not be is one for each that was. */
    @Test
    @Order(Integer.MAX_VALUE)
    void classesOfIntegrationsThatAreGoneGoToo() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            integration("last", SENDER.formatted("last", "events:last"));
            integration("lasting", reader("lasting", "events:last"));
            serai.door().get("/last?words=round" + round);
            String word = "round" + round;
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(home.received("lasting")).contains(word));
            withdrawAll();
        }

        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(Heap.instances(BUNDLES)).isLessThan(ROUNDS));
    }

    private static void withdrawAll() throws IOException {
        try (Stream<Path> routes = Files.list(home.path().resolve("routes"))) {
            for (Path file : routes.toList()) {
                Files.delete(file);
            }
        }
        await().atMost(PATIENCE).until(() -> serai.door().statuses().isEmpty());
    }
}
