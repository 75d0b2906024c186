package dev.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.console.access.AccessToken;
import dev.serai.console.access.Entrance;
import dev.serai.console.fixture.FixtureAccess;
import dev.serai.foundation.settings.AccessSettings;
import dev.serai.management.monitoring.health.CheckResult;
import dev.serai.management.monitoring.health.Health;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.health.HealthCheck.State;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthHandlerIT {

    private static final String UP = "200 {\"status\":\"UP\"}";
    private static final String DOWN = "503 {\"status\":\"DOWN\"}";

    private final AtomicBoolean started = new AtomicBoolean(true);
    private final AtomicReference<Health> health = new AtomicReference<>(health(true, true));
    private final String token = AccessToken.random();
    private final Server server = new Server();
    private String url = "";

    @BeforeEach
    void start() throws Exception {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        FixtureAccess access = new FixtureAccess(AccessSettings.DEFAULT, Clock.systemUTC(), event -> {});
        server.setHandler(new Entrance(
                access.admission(new AccessToken(token)), new HealthHandler(started::get, health::get).context()));
        server.start();
        url = "http://127.0.0.1:" + connector.getLocalPort() + "/observe/health";
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void probesAreAnsweredWithoutATokenAndReadyWaitsForTheStart() throws Exception {
        started.set(false);
        assertThat(ask("/live")).isEqualTo(UP);
        assertThat(ask("/ready")).isEqualTo(DOWN);
        assertThat(ask("")).isEqualTo(DOWN);
        started.set(true);

        assertThat(ask("/ready")).isEqualTo(UP);
        assertThat(ask("")).isEqualTo(UP);
        assertThat(ask("/unknown", token)).startsWith("404");
    }

    @Test
    void aNodeThatIsNotReadyIsAliveAllTheSame() throws Exception {
        health.set(health(true, false));

        assertThat(ask("/live")).isEqualTo(UP);
        assertThat(ask("/ready")).isEqualTo(DOWN);
        assertThat(ask("")).isEqualTo(DOWN);
    }

    @Test
    void aProcessThatIsStuckIsNotAlive() throws Exception {
        health.set(health(false, false));

        assertThat(ask("/live")).isEqualTo(DOWN);
    }

    @Test
    void detailsAreForThoseWhoMayLook() throws Exception {
        String all = ask("", token);

        assertThat(all)
                .isEqualTo("200 {\"status\":\"UP\",\"checks\":[{\"name\":\"orders/route:a\",\"status\":\"DOWN\","
                        + "\"error-message\":\"stopped\",\"data\":{\"route.id\":\"a\"}},"
                        + "{\"name\":\"process\",\"status\":\"UP\"}]}");
        assertThat(ask("/live", token)).contains("process").doesNotContain("orders");
        assertThat(ask("/ready", token)).contains("orders").doesNotContain("process");
        assertThat(ask("", "guess")).isEqualTo(UP);
    }

    private static Health health(boolean live, boolean ready) {
        return new Health(
                Instant.now(),
                live,
                ready,
                List.of(
                        new CheckResult(
                                "orders/route:a", "orders", false, State.DOWN, "stopped", Map.of("route.id", "a")),
                        new CheckResult("process", null, true, State.UP, "", Map.of())));
    }

    private String ask(String path) throws Exception {
        return ask(path, "");
    }

    private String ask(String path, String by) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (!by.isEmpty()) {
            request.header("Authorization", "Bearer " + by);
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body().strip();
    }
}
