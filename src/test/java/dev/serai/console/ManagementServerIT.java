package dev.serai.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.console.access.AccessToken;
import dev.serai.console.api.ManagementApi;
import dev.serai.console.api.RuntimeResource;
import dev.serai.console.fixture.ManagementFixture;
import dev.serai.console.fixture.Silent;
import dev.serai.foundation.settings.ManagementSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementServerIT {

    private static final String TOKEN = AccessToken.random();

    @TempDir
    Path home;

    @Test
    void aPortThatIsTakenIsToldWithAWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ManagementServer server = server(taken.getLocalPort(), List.of());

            assertThatThrownBy(server::start)
                    .isInstanceOf(ManagementPortException.class)
                    .hasMessage("the management port 127.0.0.1:" + taken.getLocalPort()
                            + " is taken by another process; stop that one, or choose another port with "
                            + "--management-port or serai.management.port");
            assertNoThreadIsLeft();
        }
    }

    @Test
    void anotherApplicationIsServedBesideTheApi() throws IOException {
        ContextHandler console = new ContextHandler(
                new Handler.Abstract() {
                    @Override
                    public boolean handle(Request request, Response response, Callback callback) {
                        Content.Sink.write(response, true, "the console", callback);
                        return true;
                    }
                },
                "/hawtio");

        try (ManagementServer server = server(0, List.of(console))) {
            int port = server.start();

            assertThat(body(port, "/hawtio/index.html")).isEqualTo("the console");
            assertThat(status(port, "/api/v1/runtime")).isEqualTo(401);
            assertThat(statusForOwner(port, "/nowhere")).isEqualTo(404);
        }
        assertNoThreadIsLeft();
    }

    @Test
    void aFollowerHearsEveryLineOnceAndEndsWithTheServer() throws IOException {
        ManagementFixture server = ManagementFixture.start(home);
        HttpURLConnection connection = connection(server.port, "/api/v1/integrations/orders/logs?follow=true&lines=1");
        connection.setRequestProperty("Authorization", "Bearer " + server.token);

        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(event(events)).isEqualTo("data: second line");
            server.integrations.log("third line");
            assertThat(event(events)).isEqualTo("data: third line");
            server.close();
        }

        await().untilAsserted(() -> assertThat(server.integrations.followers()).isZero());
        assertNoThreadIsLeft();
    }

    private static String event(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (!line.startsWith("data:")) {
            line = events.readLine();
        }
        return line;
    }

    private static ManagementServer server(int port, List<ContextHandler> beside) {
        ManagementApi api = new ManagementApi(List.of(new RuntimeResource(new Silent())), event -> {});
        List<ContextHandler> contexts =
                Stream.concat(Stream.of(api.context()), beside.stream()).toList();
        return new ManagementServer(new ManagementSettings("127.0.0.1", port), new AccessToken(TOKEN), contexts);
    }

    private static String body(int port, String path) throws IOException {
        try (InputStream in = connection(port, path).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int status(int port, String path) throws IOException {
        return connection(port, path).getResponseCode();
    }

    private static int statusForOwner(int port, String path) throws IOException {
        HttpURLConnection connection = connection(port, path);
        connection.setRequestProperty("Authorization", "Bearer " + TOKEN);
        return connection.getResponseCode();
    }

    private static HttpURLConnection connection(int port, String path) throws IOException {
        return (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
    }

    private static void assertNoThreadIsLeft() {
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("serai-management")));
    }
}
