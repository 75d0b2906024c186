package dev.serai.connector.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the MQTT connector can beyond the contract. */
class MqttFeaturesIT {

    private static final String PRINT =
            "- to: \"file:{{serai.home}}/received?fileName=%s&fileExist=Append&appendChars=\\\\n\"";

    @TempDir
    private static Path folder;

    private static ArtemisServer broker;
    private static BrokerHome home;

    @BeforeAll
    static void start() throws Exception {
        broker = ArtemisServer.start(Files.createDirectory(folder.resolve("broker")));
        home = connected(new BrokerHome(Files.createDirectory(folder.resolve("home"))));
        home.connection(
                "encrypted", "mqtt", encrypted("ca-file", broker.certificate().toString()));
        home.connection("strange", "mqtt", encrypted("keep-alive", "30"));
        home.start(Map.of());
    }

    private static BrokerHome connected(BrokerHome home) throws Exception {
        return home.connection(
                "things",
                "mqtt",
                "url",
                "tcp://127.0.0.1:" + broker.port(),
                "user",
                ArtemisServer.USER,
                "password",
                ArtemisServer.PASSWORD,
                "will-topic",
                "status/serai");
    }

    private static String[] encrypted(String name, String value) {
        return new String[] {
            "url",
            "ssl://localhost:" + broker.tlsPort(),
            "user",
            ArtemisServer.USER,
            "password",
            ArtemisServer.PASSWORD,
            name,
            value
        };
    }

    @AfterAll
    static void stop() {
        try (ArtemisServer closing = broker) {
            home.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sessionKeepsWhatCameMeanwhile(int qos) throws Exception {
        String subscriber = """
                - route:
                    id: meter-%1$d
                    from:
                      uri: things:meters/%1$d/#?qos=%1$d
                      steps:
                        %2$s
                """.formatted(qos, PRINT.formatted("meters-" + qos));
        home.integration("sender-" + qos, sender("meter" + qos, "things:meters/%1$d/7?qos=%1$d".formatted(qos)));
        home.integration("meters-" + qos, subscriber);
        home.post("/meter" + qos, "present");
        home.awaitReceived("meters-" + qos, "present");

        home.remove("meters-" + qos);
        home.post("/meter" + qos, "away");
        home.integration("meters-" + qos, subscriber);

        home.awaitReceived("meters-" + qos, "present", "away");
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
    void lateSubscriberIsToldWhatWasRetained() throws Exception {
        home.integration("weather", sender("weather", "things:weather/here?retained=true"));
        home.post("/weather", "rain");

        home.integration("window", """
                - route:
                    from:
                      uri: things:weather/here
                      steps:
                        %s
                """.formatted(PRINT.formatted("weather")));

        home.awaitReceived("weather", "rain");
    }

    @Test
    void brokerTellsOfADeathWithoutFarewell() throws Exception {
        home.integration("undertaker", """
                - route:
                    from:
                      uri: things:status/serai
                      steps:
                        %s
                """.formatted(PRINT.formatted("deaths")));
        BrokerHome mortal = connected(new BrokerHome(Files.createDirectory(folder.resolve("mortal"))));
        Files.writeString(mortal.path().resolve("routes/last.camel.yaml"), sender("last", "things:words"));

        try (ChildSerai serai = ChildSerai.start(mortal.path())) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> mortal.post("/last", "words").statusCode() == 200);
            assertThat(home.received("deaths")).isEmpty();
            serai.kill();
        }

        home.awaitReceived("deaths", "offline");
    }

    @Test
    void authoritiesDecideWhetherTheBrokerIsTrusted() {
        CommandRun trusted = CommandRun.of(home.path(), "connection", "test", "encrypted");
        CommandRun strange = CommandRun.of(home.path(), "connection", "test", "strange");

        assertThat(trusted.code()).as(trusted.out() + trusted.err()).isZero();
        assertThat(strange.code()).isEqualTo(1);
        assertThat(strange.out() + strange.err()).contains("certification path");
    }
}
