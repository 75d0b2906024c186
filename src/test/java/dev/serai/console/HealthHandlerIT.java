package dev.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

class HealthHandlerIT {

    @Test
    void probesAreAnsweredWithoutATokenAndReadyWaitsForTheStart() throws Exception {
        AtomicBoolean ready = new AtomicBoolean();
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new HealthHandler(ready::get).context());
        server.start();
        String health = "http://127.0.0.1:" + connector.getLocalPort() + "/observe/health";

        assertThat(status(health + "/live")).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(status(health + "/ready")).isEqualTo("503 {\"status\":\"DOWN\"}");
        ready.set(true);

        assertThat(status(health + "/ready")).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(status(health)).isEqualTo("200 {\"status\":\"UP\"}");
        assertThat(status(health + "/details")).startsWith("404");
        server.stop();
    }

    private static String status(String url) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body().strip();
    }
}
