package dev.serai.connector.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.CommandRun;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JMS connectors can beyond the contract, by Artemis' own protocol and by AMQP 1.0. */
class JmsFeaturesIT {

    private static final String PRINT =
            "- to: \"file:{{serai.home}}/received?fileName=%s&fileExist=Append&appendChars=\\\\n\"";

    @TempDir
    private static Path folder;

    private static ArtemisServer broker;
    private static BrokerHome home;

    @BeforeAll
    static void start() throws Exception {
        broker = ArtemisServer.start(Files.createDirectory(folder.resolve("broker")));
        int nobody = Ports.free();
        String host = "127.0.0.1:";
        home = new BrokerHome(Files.createDirectory(folder.resolve("home")));
        jms("own", "artemis", "tcp://" + host + broker.port());
        jms("standard", "amqp", "amqp://" + host + broker.port());
        jms("own-failover", "artemis", "(tcp://" + host + nobody + ",tcp://" + host + broker.port() + ")");
        jms("standard-failover", "amqp", "failover:(amqp://" + host + nobody + ",amqp://" + host + broker.port() + ")");
        String tls = "tcp://localhost:" + broker.tlsPort() + "?sslEnabled=true";
        jms("own-tls", "artemis", tls + "&trustStoreType=PEMCA&trustStorePath=" + broker.certificate());
        jms("own-strange", "artemis", tls);
        jms(
                "standard-tls",
                "amqp",
                "amqps://localhost:" + broker.tlsPort(),
                "ca-file",
                broker.certificate().toString());
        jms("standard-strange", "amqp", "amqps://localhost:" + broker.tlsPort());
        home.start(Map.of("serai.retry.attempts", "0"));
    }

    private static void jms(String name, String connector, String url, String... more) throws Exception {
        String[] all = {"url", url, "user", ArtemisServer.USER, "password", ArtemisServer.PASSWORD};
        String[] parameters =
                Stream.concat(Arrays.stream(all), Arrays.stream(more)).toArray(String[]::new);
        home.connection(name, connector, parameters);
    }

    @AfterAll
    static void stop() {
        try (ArtemisServer closing = broker) {
            home.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "standard"})
    void requestWaitsForItsReply(String connection) throws Exception {
        home.integration("answers-" + connection, """
                - route:
                    from:
                      uri: platform-http:/ask/%1$s
                      steps:
                        - to: {uri: "%1$s:questions-%1$s", pattern: InOut}
                - route:
                    from:
                      uri: %1$s:questions-%1$s
                      steps:
                        - setBody: {simple: "answer to ${body}"}
                """.formatted(connection));

        assertThat(home.post("/ask/" + connection, "why").body()).isEqualTo("answer to why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "standard"})
    void selectorPicksMessages(String connection) throws Exception {
        home.integration("selected-" + connection, """
                - route:
                    from:
                      uri: platform-http:/colour/%1$s
                      steps:
                        - to: {uri: "%1$s:colours-%1$s", pattern: InOnly}
                - route:
                    from:
                      uri: %1$s:colours-%1$s
                      parameters: {selector: "colour = 'red'"}
                      steps:
                        %2$s
                """.formatted(connection, PRINT.formatted("red-" + connection)));

        home.post("/colour/" + connection, "sea", "colour", "blue");
        home.post("/colour/" + connection, "fire", "colour", "red");

        home.awaitReceived("red-" + connection, "fire");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "standard"})
    void higherPriorityOvertakes(String connection) throws Exception {
        home.integration("ranking-" + connection, """
                - route:
                    from:
                      uri: platform-http:/rank/%1$s
                      steps:
                        - setHeader: {name: JMSPriority, simple: "${header.rank}"}
                        - to: {uri: "%1$s:ranked-%1$s?preserveMessageQos=true", pattern: InOnly}
                """.formatted(connection));
        home.post("/rank/" + connection, "low", "rank", "1");
        home.post("/rank/" + connection, "high", "rank", "9");
        home.post("/rank/" + connection, "middle", "rank", "5");

        home.integration("ranked-" + connection, """
                - route:
                    from:
                      uri: %1$s:ranked-%1$s
                      steps:
                        %2$s
                """.formatted(connection, PRINT.formatted("ranked-" + connection)));

        home.awaitReceived("ranked-" + connection, "high", "middle", "low");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "standard"})
    void durableSubscriptionKeepsWhatCameMeanwhile(String connection) throws Exception {
        String subscriber = """
                - route:
                    from:
                      uri: %1$s:topic:news-%1$s?subscriptionDurable=true&subscriptionShared=true&subscriptionName=paper-%1$s
                      steps:
                        %2$s
                """.formatted(connection, PRINT.formatted("news-" + connection));
        home.integration("newsroom-" + connection, """
                - route:
                    from:
                      uri: platform-http:/news/%1$s
                      steps:
                        - to: {uri: "%1$s:topic:news-%1$s", pattern: InOnly}
                """.formatted(connection));
        home.integration("paper-" + connection, subscriber);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            home.post("/news/" + connection, "subscribed");
            assertThat(home.received("news-" + connection)).isNotEmpty();
        });
        int before = home.received("news-" + connection).size();

        home.remove("paper-" + connection);
        home.post("/news/" + connection, "meanwhile");
        home.integration("paper-" + connection, subscriber);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(home.received("news-" + connection))
                .contains("meanwhile")
                .hasSizeGreaterThan(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "standard"})
    void whatIsRolledBackWasNeverSent(String connection) throws Exception {
        home.integration(
                "transfer-" + connection, """
                - route:
                    from:
                      uri: platform-http:/transfer/%1$s
                      steps:
                        - to: {uri: "%1$s:from-%1$s", pattern: InOnly}
                - route:
                    from:
                      uri: %1$s:from-%1$s
                      steps:
                        - to: %1$s:to-%1$s
                        - choice:
                            when:
                              - simple: "${header.JMSRedelivered} == false"
                                steps:
                                  - rollback: {markRollbackOnly: true}
                - route:
                    from:
                      uri: %1$s:to-%1$s
                      steps:
                        %2$s
                """.formatted(connection, PRINT.formatted("transferred-" + connection)));

        home.post("/transfer/" + connection, "once");
        home.awaitReceived("transferred-" + connection, "once");
        home.post("/transfer/" + connection, "again");

        home.awaitReceived("transferred-" + connection, "once", "again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"own-failover", "standard-failover", "own-tls", "standard-tls"})
    void brokerIsFoundByFailoverAndByTls(String connection) {
        assertThat(test(connection).code()).as(test(connection).out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"own-strange", "standard-strange"})
    void certificateOfAnUnknownAuthorityIsRefused(String connection) {
        CommandRun test = test(connection);

        assertThat(test.code()).isEqualTo(1);
        assertThat(test.out() + test.err()).containsPattern("(?i)PKIX|certif|SSL|TLS|Cannot connect");
    }

    private static CommandRun test(String connection) {
        return CommandRun.of(home.path(), "connection", "test", connection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "standard"})
    void javaObjectIsNeitherSentNorMade(String connection) throws Exception {
        home.integration("objects-" + connection, """
                - route:
                    from:
                      uri: platform-http:/object/%1$s
                      steps:
                        - setBody: {simple: {expression: "1", resultType: java.lang.Integer}}
                        - to: {uri: "%1$s:objects-%1$s", pattern: InOnly}
                - route:
                    from:
                      uri: %1$s:foreign-%1$s
                      steps:
                        %2$s
                """.formatted(connection, PRINT.formatted("objects-" + connection)));

        assertThat(home.post("/object/" + connection, "").statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(home.letters().get(0).path("cause").asText()).contains("convert it first");

        sendObject("foreign-" + connection);

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                        home.received("objects-" + connection))
                .isEmpty());
    }

    private static void sendObject(String queue) {
        String program = Path.of("src/test/servers/artemis/SendObject.java")
                .toAbsolutePath()
                .toString();
        String url = "tcp://127.0.0.1:" + broker.port();
        JavaServer.named("artemis")
                .command(folder, broker.port(), program, url, ArtemisServer.USER, ArtemisServer.PASSWORD, queue)
                .run();
    }
}
