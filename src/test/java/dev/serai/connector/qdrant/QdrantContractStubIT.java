package dev.serai.connector.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.connector.ConnectedHome;
import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.LiveSerai;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract stub: what Serai and Qdrant's own client do is shown, what a Qdrant does is not. */
class QdrantContractStubIT extends ConnectorContract {

    private static final Path SAMPLE = Path.of("connectors/qdrant/sample/articles/articles.camel.yaml");

    private final QdrantStubServer server = new QdrantStubServer();

    @Override
    protected SystemUnderTest system() {
        return server;
    }

    @Test
    @Order(20)
    void plainValuesBecomePointsAndPointsPlainValues(@TempDir Path folder) throws Exception {
        ConnectedHome home = ConnectedHome.in(folder)
                .with("key", QdrantStubServer.KEY)
                .with("config/connections/article-vectors.yaml", server.connection())
                .with("routes/articles.camel.yaml", Files.readString(SAMPLE));
        try (LiveSerai serai = LiveSerai.start(home.path())) {
            assertThat(post(serai, "/articles/collection", "{'size': 3, 'distance': 'Cosine'}"))
                    .isEqualTo("made");
            assertThat(
                            post(
                                    serai,
                                    "/articles",
                                    "[{'id': 1, 'vector': [0, 1, 0], 'payload': {'title': 'tea', 'tags': ['drink', 7, 0.5], 'sold': true}},"
                                            + " {'id': '6f1b9a52-5d0c-4b3e-9a53-0f5c1d2e3f40', 'vector': [0, 0.6, 0.8], 'payload': {}}]"))
                    .isEqualTo("kept");

            JsonNode nearest = json(post(serai, "/articles/nearest", "[0, 1, 0]"));
            assertThat(nearest.findValuesAsText("id")).containsExactly("1", "6f1b9a52-5d0c-4b3e-9a53-0f5c1d2e3f40");
            assertThat(nearest.get(0).path("score").asDouble()).isEqualTo(1);
            assertThat(nearest.get(0).path("payload"))
                    .isEqualTo(json("{'title': 'tea', 'tags': ['drink', 7, 0.5], 'sold': true}"));
            assertThat(post(serai, "/articles/gone", "[1]")).isEqualTo("gone");
            assertThat(json(post(serai, "/articles/nearest", "[0, 1, 0]"))).hasSize(1);
            assertThat(post(serai, "/articles", "[{'id': 'secret', 'vector': [0, 1, 0]}]"))
                    .contains("\"deadLetter\":");
            assertThat(serai.door().api("GET", "/deadletters?state=KEPT", "").body())
                    .contains("the id of a point is neither a whole number nor a UUID");
        }
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
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
