package dev.serai.connector.pgvector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.connector.ConnectedHome;
import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.NotRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PgvectorIT extends ConnectorContract {

    @RegisterExtension
    static final NotRun NOT_RUN =
            NotRun.unless(VectorServer.isThere(), "the contract against pgvector (its server needs node and npm)");

    private static final Path SAMPLE = Path.of("connectors/pgvector/sample/catalogue/catalogue.camel.yaml");

    private final VectorServer server = new VectorServer();

    @Override
    protected SystemUnderTest system() {
        return server;
    }

    @Test
    @Order(20)
    void theNearestOfAKindAreFoundWithTheirDistance(@TempDir Path folder) throws Exception {
        ConnectedHome home = ConnectedHome.in(folder)
                .with("config/connections/catalogue-db.yaml", server.connection())
                .with("routes/catalogue.camel.yaml", Files.readString(SAMPLE));
        try (LiveSerai serai = LiveSerai.start(home.path())) {
            assertThat(stored(serai, "coffee", "drink", "[0, 1, 0]"))
                    .as(() -> letters(serai))
                    .isEqualTo("stored");
            assertThat(stored(serai, "tea", "drink", "[1, 0, 0]")).isEqualTo("stored");
            assertThat(stored(serai, "teapot", "pot", "[1, 0, 0]")).isEqualTo("stored");
            assertThat(stored(serai, "coffee", "drink", "[0, 2, 0]"))
                    .as("a second time, it is moved")
                    .isEqualTo("stored");

            JsonNode nearest =
                    new ObjectMapper().readTree(post(serai, "/items/nearest", "{'kind': 'drink', 'place': [3, 0, 0]}"));

            assertThat(nearest.findValuesAsText("name")).containsExactly("tea", "coffee");
            assertThat(nearest.get(0).path("distance").asDouble()).isZero();
            assertThat(nearest.get(1).path("distance").asDouble()).isCloseTo(1, Offset.offset(1e-6));
            assertThat(stored(serai, "short", "drink", "[1, 0]")).contains("\"deadLetter\":");
            assertThat(letters(serai)).contains("expected 3 dimensions, not 2");
        }
    }

    private static String letters(LiveSerai serai) {
        return serai.door().api("GET", "/deadletters?state=KEPT", "").body();
    }

    private static String stored(LiveSerai serai, String name, String kind, String place) throws Exception {
        return post(serai, "/items", "{'name': '" + name + "', 'kind': '" + kind + "', 'place': " + place + "}");
    }

    /** Posts JSON that is written with single quotes. */
    private static String post(LiveSerai serai, String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(serai.door().httpUrl() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
