package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.console.RuntimeFile;
import dev.serai.console.api.ManagementApi;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the running Serai of a home. It uses {@link HttpURLConnection}: of the JDK's clients it is the one whose classes load fastest, which is
 * most of what a short command costs.
 */
final class RuntimeClient {

    private static final int CONNECT_MILLIS = 2_000;
    /** A deployment waits for builds, tests and drains: longer than these take by default. */
    private static final int ANSWER_MILLIS = 300_000;

    private final Path home;
    private final RuntimeFile runtime;

    RuntimeClient(Path home, RuntimeFile runtime) {
        this.home = home;
        this.runtime = runtime;
    }

    /** A name as one segment of a path. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Reply get(String path) {
        return ask("GET", path, null);
    }

    Reply post(String path) {
        return ask("POST", path, null);
    }

    Reply post(String path, String body) {
        return ask("POST", path, body);
    }

    Reply put(String path, String body) {
        return ask("PUT", path, body);
    }

    Reply delete(String path) {
        return ask("DELETE", path, null);
    }

    /** Hands over the data of server-sent events, one line each, until the stream ends; a runtime that stops ends it in the middle. */
    void follow(String path, Consumer<String> line) {
        try {
            HttpURLConnection connection = open("GET", path, null);
            requireFine(connection);
            connection.setReadTimeout(0);
            try (BufferedReader events =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                events.lines()
                        .filter(event -> event.startsWith("data: "))
                        .map(event -> event.substring("data: ".length()))
                        .forEach(line);
            }
        } catch (UncheckedIOException e) {
            throw new CommandException(
                    "the log ended, because the Serai of " + home + " closed the connection", "see: serai status", e);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** Hands over the lines of an answer as they come. */
    void lines(String path, Consumer<String> line) {
        try {
            HttpURLConnection connection = open("GET", path, null);
            requireFine(connection);
            try (BufferedReader answer =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                answer.lines().forEach(line);
            }
        } catch (UncheckedIOException e) {
            throw unreachable(new IOException(e));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private Reply ask(String method, String path, @Nullable String body) {
        try {
            HttpURLConnection connection = open(method, path, body);
            requireFine(connection);
            String text = text(connection.getInputStream());
            return new Reply(text, Json.read(text));
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpURLConnection open(String method, String path, @Nullable String body) throws IOException {
        URI uri = URI.create(runtime.managementUrl() + ManagementApi.PATH + path);
        HttpURLConnection connection =
                PinnedTls.on((HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY), runtime.trust());
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(ANSWER_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + runtime.token());
        connection.setRequestProperty("Serai-User", System.getProperty("user.name", "cli"));
        if (body != null) {
            send(connection, body.getBytes(StandardCharsets.UTF_8));
        }
        return connection;
    }

    private static void send(HttpURLConnection connection, byte[] body) throws IOException {
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private static void requireFine(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 300) {
            return;
        }
        InputStream error = connection.getErrorStream();
        String text = error == null ? "" : text(error);
        JsonNode problem = Json.read(text);
        throw new CommandException(
                problem.path("detail").asText("the runtime answered HTTP " + status),
                problem.path("hint").asText(""));
    }

    private static String text(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private CommandException unreachable(IOException e) {
        if (e instanceof ConnectException) {
            return new CommandException(
                    "the Serai of " + home + " (process " + runtime.pid() + ") does not answer at "
                            + runtime.managementUrl(),
                    "it may be starting or stopping; try again, or look with: serai doctor",
                    e);
        }
        if (e instanceof SSLException) {
            return new CommandException(
                    "no trusted connection to the Serai of " + home + " at " + runtime.managementUrl() + ": "
                            + e.getMessage(),
                    "another process may answer there; see: serai doctor",
                    e);
        }
        if (e instanceof SocketTimeoutException) {
            return new CommandException(
                    "the Serai of " + home + " did not answer within " + ANSWER_MILLIS / 1000 + " s",
                    "the change may still come through, see: serai status",
                    e);
        }
        return new CommandException(
                "the answer of the Serai at " + runtime.managementUrl() + " could not be read: " + e.getMessage(),
                "see whether it still runs: serai status",
                e);
    }
}
