package dev.serai.connector.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.connector.artemis.BrokerHome;
import dev.serai.fixture.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the NATS connector can beyond the contract. */
class NatsFeaturesIT {

    private static final String PRINT =
            "- to: \"file:{{serai.home}}/received?fileName=%s&fileExist=Append&appendChars=\\\\n\"";

    @TempDir
    private static Path folder;

    private static NatsServer plain;
    private static NatsServer encrypted;
    private static BrokerHome home;

    @BeforeAll
    static void start() throws Exception {
        plain = NatsServer.start(Files.createDirectory(folder.resolve("plain")));
        encrypted = NatsServer.startWithTls(Files.createDirectory(folder.resolve("encrypted")));
        String own = "tls://localhost:" + encrypted.port();
        home = new BrokerHome(Files.createDirectory(folder.resolve("home")))
                .connection("kept", "nats", login("nats://127.0.0.1:" + plain.port(), "jetstream", "true"))
                .connection("core", "nats", login("nats://127.0.0.1:" + plain.port(), "jetstream", "false"))
                .connection(
                        "encrypted",
                        "nats",
                        login(own, "ca-file", encrypted.certificate().toString()))
                .connection("strange", "nats", login(own, "jetstream", "false"))
                .start(Map.of("serai.retry.attempts", "0"));
    }

    private static String[] login(String servers, String name, String value) {
        return new String[] {"servers", servers, "user", NatsServer.USER, "password", NatsServer.PASSWORD, name, value};
    }

    @AfterAll
    static void stop() {
        try (NatsServer one = plain;
                NatsServer other = encrypted) {
            home.close();
        }
    }

    @Test
    void requestWaitsForItsReply() throws Exception {
        home.integration("oracle", """
                - route:
                    from:
                      uri: platform-http:/ask
                      steps:
                        - to: {uri: "core:questions", pattern: InOut}
                - route:
                    from:
                      uri: core:questions?queueName=oracle
                      steps:
                        - setBody: {simple: "answer to ${body}"}
                """);

        assertThat(home.post("/ask", "why").body()).isEqualTo("answer to why");
    }

    @Test
    void durableConsumerIsGivenWhatCameMeanwhile() throws Exception {
        String subscriber = """
                - route:
                    id: paper
                    from:
                      uri: kept:news?jetstreamName=newsroom
                      steps:
                        %s
                """.formatted(PRINT.formatted("news"));
        home.integration("paper", subscriber);
        home.integration("newsroom", sender("news", "kept:news"));
        home.post("/news", "present");
        home.awaitReceived("news", "present");

        home.remove("paper");
        home.post("/news", "away");
        home.integration("paper", subscriber);

        home.awaitReceived("news", "present", "away");
    }

    private static String sender(String path, String to) {
        return """
                - route:
                    from:
                      uri: platform-http:/%s
                      steps:
                        - to: %s
                """.formatted(path, to);
    }

    @Test
    void subjectThatNoStreamKeepsRefusesTheMessage() throws Exception {
        home.integration("nowhere", sender("nowhere", "kept:nobody.keeps.this"));

        assertThat(home.post("/nowhere", "lost?").statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(home.letters().get(0).path("cause").asText()).contains("503");
    }

    @Test
    void sourceBeginsOnceItsStreamIsThere() throws Exception {
        home.integration("early", """
                - route:
                    from:
                      uri: kept:late.subject
                      steps:
                        %s
                """.formatted(PRINT.formatted("early")));
        home.integration("maker", """
                - route:
                    from:
                      uri: kept:late.*?jetstreamName=late
                      steps:
                        - log: {message: a message of the stream, loggingLevel: DEBUG}
                """);
        home.integration("lateness", sender("late", "kept:late.subject"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> home.post("/late", "at last").statusCode() == 200);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(home.received("early")).contains("at last"));
    }

    @Test
    void authoritiesDecideWhetherTheServerIsTrusted() {
        CommandRun trusted = CommandRun.of(home.path(), "connection", "test", "encrypted");
        CommandRun strange = CommandRun.of(home.path(), "connection", "test", "strange");

        assertThat(trusted.code()).as(trusted.out() + trusted.err()).isZero();
        assertThat(strange.code()).isEqualTo(1);
        assertThat(strange.out() + strange.err()).containsPattern("(?i)certif|unable to connect");
    }
}
