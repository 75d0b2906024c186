package dev.serai.management.monitoring.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.RunningSerai;
import dev.serai.fixture.WholeRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLevelIT {

    private static final String ROUTE = """
            - route:
                id: greet-%1$s
                from:
                  uri: platform-http:/%1$s
                  steps:
                    - log: { loggingLevel: DEBUG, message: in detail }
                    - log: { message: at work }
                    - setBody: { constant: hello }
            """;

    @TempDir
    static Path home;

    private static WholeRuntime serai;

    @BeforeAll
    static void start() throws Exception {
        serai = WholeRuntime.start(home, Map.of());
        for (String name : new String[] {"orders", "billing"}) {
            serai.save(name + ".camel.yaml", ROUTE.formatted(name));
            assertThat(serai.accepted(name)).isPositive();
        }
    }

    @AfterAll
    static void stop() {
        serai.close();
    }

    @Test
    void oneIntegrationTellsMoreAcrossItsVersionsAndNoOther() throws Exception {
        CommandRun set = CommandRun.of(home, "log", "level", "orders", "debug");
        assertThat(set.out().strip()).isEqualTo("orders: DEBUG");

        call("orders");
        call("billing");
        assertThat(lines("orders", "DEBUG")).contains("in detail").contains("orders@1");
        int version = serai.accepted("orders");
        serai.save("orders.camel.yaml", ROUTE.formatted("orders") + "# again\n");
        await().atMost(Duration.ofSeconds(20)).until(() -> serai.accepted("orders") > version);
        call("orders");

        assertThat(lines("orders", "DEBUG")).contains("in detail").contains("orders@2");
        assertThat(lines("orders", "INFO")).contains("at work").doesNotContain("in detail");
        assertThat(lines("billing", "TRACE")).contains("at work").doesNotContain("in detail");
    }

    @Test
    void theLevelCanBeSeenAndTakenBack() throws Exception {
        assertThat(CommandRun.of(home, "log", "level", "billing").out().strip())
                .isEqualTo("billing: INFO, as all integrations");
        CommandRun.of(home, "log", "level", "billing", "TRACE");
        assertThat(CommandRun.of(home, "log", "level", "billing", "--output", "json")
                        .json()
                        .path("own")
                        .asBoolean())
                .isTrue();

        CommandRun.of(home, "log", "level", "billing", "DEFAULT");

        call("billing");
        assertThat(lines("billing", "TRACE")).contains("at work").doesNotContain("in detail");
    }

    @Test
    void anUnknownLevelIsRefusedWithASuggestion() {
        CommandRun refused = CommandRun.of(home, "log", "level", "orders", "DEBGU");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("the level \"DEBGU\" is unknown").contains("DEBUG");
    }

    @Test
    void aLineTellsItsMessage() throws Exception {
        call("billing");

        JsonNode reply =
                CommandRun.of(home, "logs", "billing", "--output", "json").json();
        JsonNode line = new ObjectMapper()
                .readTree(
                        reply.path("lines").get(reply.path("lines").size() - 1).asText());
        assertThat(line.path("message").asText()).isEqualTo("at work");
        assertThat(line.path("route").asText()).isEqualTo("greet-billing");
        assertThat(line.path("exchange").asText()).isNotEmpty();
        assertThat(line.path("version").asText()).isEqualTo("1");
    }

    private static void call(String path) throws Exception {
        assertThat(serai.get("/" + path).body()).isEqualTo("hello");
    }

    private static String lines(String name, String level) {
        JsonNode reply = RunningSerai.at(home)
                .api("GET", "/integrations/" + name + "/logs?level=" + level, "")
                .json();
        return reply.path("lines").toString();
    }
}
