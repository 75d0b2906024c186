package dev.serai.connector;

import dev.serai.connector.Flood.Taken;
import dev.serai.console.RuntimeFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The HTTP ports of the Serai that runs at a home now; it may be another one than a moment ago. */
final class Door {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path state;
    private volatile @Nullable RuntimeFile known;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Door(Path home) {
        this.state = home.resolve("state");
    }

    /** Where it was found last, until it does not answer there. */
    private RuntimeFile serai() throws IOException {
        RuntimeFile last = known;
        if (last == null) {
            last = RuntimeFile.read(state).orElseThrow(() -> new IOException("no Serai runs"));
            known = last;
        }
        return last;
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            known = null;
            throw e;
        }
    }

    /** Posts a message to an integration. */
    HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return ask(HttpRequest.newBuilder(URI.create(serai().httpUrl() + path)).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Posts a message; tells whether it was delivered, or kept as a dead letter, or must be sent again. */
    Taken send(String path, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(path, body);
        if (answer.statusCode() == 200) {
            return Taken.SENT;
        }
        if (answer.statusCode() >= 500 && answer.body().contains("\"deadLetter\":")) {
            return Taken.KEPT;
        }
        throw new IOException("HTTP " + answer.statusCode());
    }

    /** What Prometheus reads. */
    String metrics() throws IOException, InterruptedException {
        RuntimeFile serai = serai();
        return ask(HttpRequest.newBuilder(URI.create(serai.managementUrl() + "/observe/metrics"))
                        .header("Authorization", "Bearer " + serai.token()))
                .body();
    }
}
