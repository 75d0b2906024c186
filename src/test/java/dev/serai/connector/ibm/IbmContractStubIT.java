package dev.serai.connector.ibm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.connector.artemis.BrokerHome;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.server.Ports;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A contract stub, as no server of IBM MQ or IBM i can be had: the packs load, a client of IBM's opens the conversation as its protocol says, and
 * a system that does not answer is told of clearly.
 */
class IbmContractStubIT {

    private static final Charset EBCDIC = Charset.forName("IBM500");

    @TempDir
    private static Path folder;

    private static FirstWords queueManager;
    private static BrokerHome home;
    private static int nobody;

    @BeforeAll
    static void start() throws Exception {
        queueManager = new FirstWords();
        nobody = Ports.free();
        home = new BrokerHome(Files.createDirectory(folder.resolve("home")))
                .connection("heard", "ibm-mq", queueManager("127.0.0.1(" + queueManager.port() + ")"))
                .connection("away", "ibm-mq", queueManager("127.0.0.1(" + nobody + ")"))
                .connection("erp", "ibm-i", "host", "127.0.0.1", "user", "SERAI", "password", "secret", "tls", "false")
                .start(Map.of("serai.retry.attempts", "0"));
    }

    private static String[] queueManager(String hosts) {
        return new String[] {
            "hosts", hosts,
            "queue-manager", "QM1",
            "channel", "SERAI.SVRCONN",
            "user", "serai",
            "password", "secret"
        };
    }

    @AfterAll
    static void stop() throws Exception {
        try (FirstWords closing = queueManager) {
            home.close();
        }
    }

    @Test
    void clientOpensTheConversationOnTheChannelOfTheConnection() throws Exception {
        CommandRun.of(home.path(), "connection", "test", "heard");

        String plain = new String(queueManager.heard(), StandardCharsets.ISO_8859_1);
        String ebcdic = new String(queueManager.heard(), EBCDIC);

        assertThat(plain.startsWith("TSH") ? plain : ebcdic).startsWith("TSH").contains("SERAI.SVRCONN");
    }

    @Test
    void queueManagerThatIsAwayIsCalledSo() throws Exception {
        CommandRun test = CommandRun.of(home.path(), "connection", "test", "away");

        assertThat(test.code()).isEqualTo(1);
        assertThat(test.out() + test.err()).containsPattern("JMSWMQ0018|MQRC_HOST_NOT_AVAILABLE|Connection refused");
    }

    @Test
    void integrationStartsWithoutItsQueueManagerAndKeepsItsMessages() throws Exception {
        home.integration("mainframe", """
                - route:
                    from:
                      uri: platform-http:/mainframe
                      steps:
                        - to: {uri: "away:ORDERS.IN", pattern: InOnly}
                - route:
                    from:
                      uri: away:ORDERS.OUT
                      steps:
                        - log: {message: an order, loggingLevel: DEBUG}
                """);

        assertThat(home.post("/mainframe", "order").statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(home.letters().get(0).path("cause").asText()).contains("ConnectException");
    }

    @Test
    void systemThatIsAwayIsCalledSo() {
        CommandRun test = CommandRun.of(home.path(), "connection", "test", "erp");

        assertThat(test.code()).isEqualTo(1);
        assertThat(test.out() + test.err()).containsPattern("(?i)refused|cannot connect|connection");
    }

    @Test
    void programCallToASystemThatIsAwayIsKept() throws Exception {
        home.integration("ledger", """
                - route:
                    from:
                      uri: platform-http:/ledger
                      steps:
                        - to: erp:/QSYS.LIB/ORDERS.LIB/IN.DTAQ
                """);

        assertThat(home.post("/ledger", "order").statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(home.letters().get(0).path("cause").asText()).containsPattern("(?i)refused|connect");
    }
}
