package dev.serai.connector;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.RunningSerai;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an operator asks of a running Serai about its connections and dead letters. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSerai door;

    Desk(RunningSerai door) {
        this.door = door;
    }

    JsonNode connection(String name) {
        return stream(door.api("GET", "/connections", "").json())
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a connection is as wanted. */
    JsonNode connection(String name, Predicate<JsonNode> wanted) {
        return await("connection " + name)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> connection(name), wanted);
    }

    static boolean isUp(JsonNode connection) {
        return connection.path("health").asText().equals("UP");
    }

    static boolean isDown(JsonNode connection) {
        return connection.path("health").asText().equals("DOWN");
    }

    /** The dead letters that wait, newest first. */
    List<JsonNode> letters() {
        return stream(door.api("GET", "/deadletters?state=KEPT&limit=1000", "").json())
                .toList();
    }

    RunningSerai.Answer redrive(JsonNode letter) {
        return door.api("POST", "/deadletters/" + letter.path("id").asLong() + "/redrive", "");
    }

    void discard(JsonNode letter) {
        door.api("DELETE", "/deadletters/" + letter.path("id").asLong(), "");
    }

    /** Redrives until none waits. */
    void redriveAll() {
        await("redrive").atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            List<JsonNode> waiting = letters();
            waiting.forEach(this::redrive);
            return waiting.isEmpty();
        });
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
