package dev.serai.connector.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.console.RuntimeFile;
import dev.serai.fixture.LiveSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A home with connections to a broker, and the Serai that runs there. */
public final class BrokerHome implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable LiveSerai serai;

    public BrokerHome(Path home) throws IOException {
        this.home = home;
        for (String folder : List.of("routes", "config/connections", "received")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
    }

    public Path path() {
        return home;
    }

    /** @param parameters name, value, name, value …; a password is written to a file of its own */
    public BrokerHome connection(String name, String connector, String... parameters) throws IOException {
        StringBuilder yaml = new StringBuilder("connector: " + connector + "\nparameters:\n");
        for (int i = 0; i < parameters.length; i += 2) {
            yaml.append("  ").append(parameters[i]).append(": '").append(value(name, parameters[i], parameters[i + 1]));
            yaml.append("'\n");
        }
        Files.writeString(home.resolve("config/connections/" + name + ".yaml"), yaml);
        return this;
    }

    private String value(String connection, String name, String value) throws IOException {
        return name.equals("password")
                ? "{{file:" + Files.writeString(home.resolve(connection + ".secret"), value) + "}}"
                : value;
    }

    public BrokerHome start(Map<String, String> settings) throws IOException {
        serai = LiveSerai.start(home, settings);
        return this;
    }

    private LiveSerai serai() {
        if (serai == null) {
            throw new IllegalStateException("Serai is not started");
        }
        return serai;
    }

    /** Saves an integration, which must be accepted. */
    public BrokerHome integration(String name, String yaml) {
        JsonNode receipt = serai().door().saved(name + ".camel.yaml", yaml);
        assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
        return this;
    }

    /** Deletes an integration, and waits until it is gone. */
    public void remove(String name) throws IOException {
        Files.delete(home.resolve("routes/" + name + ".camel.yaml"));
        await().atMost(PATIENCE)
                .until(() -> !serai().door().statuses().toString().contains("\"" + name + "\""));
    }

    public HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        String url = RuntimeFile.read(home.resolve("state")).orElseThrow().httpUrl() + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).POST(BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The causes of the dead letters that wait, newest first. */
    public JsonNode letters() {
        return serai().door()
                .api("GET", "/deadletters?state=KEPT&limit=100", "")
                .json();
    }

    /** Lines that arrived in a file below {@code received/}. */
    public List<String> received(String file) {
        try {
            Path path = home.resolve("received").resolve(file);
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until these lines have arrived, and no other. */
    public void awaitReceived(String file, String... lines) {
        await(file).atMost(PATIENCE).untilAsserted(() -> assertThat(received(file))
                .containsExactly(lines));
    }

    /** Stops Serai as an operator does. */
    public void stop() {
        serai().close();
        serai = null;
    }

    @Override
    public void close() {
        if (serai != null) {
            serai.close();
        }
    }
}
