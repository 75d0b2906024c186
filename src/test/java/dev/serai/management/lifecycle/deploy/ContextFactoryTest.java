package dev.serai.management.lifecycle.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.engine.enterprise.http.HttpVersion;
import dev.serai.engine.enterprise.http.SharedHttpServer;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Version;
import dev.serai.foundation.settings.HttpSettings;
import dev.serai.management.lifecycle.CompiledClasses;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextFactoryTest {

    @TempDir
    Path uploads;

    @Test
    void versionServesHttpOnlyAfterItWasPutInFront() throws Exception {
        HttpSettings settings = new HttpSettings("127.0.0.1", 0, 1_000_000, Duration.ofSeconds(10), 50);
        try (SharedHttpServer server = SharedHttpServer.open(settings, uploads)) {
            HttpVersion http = server.version("greet");
            IntegrationContext context = new ContextFactory(false, List.of())
                    .create(greet("hello ${header.name}"), (camel, version) -> http.attach(camel));
            context.build();
            context.startPassive();
            assertThat(get(server, "/greet?name=ada").statusCode()).isEqualTo(404);

            server.dispatcher().serve(http);
            context.startActive();

            assertThat(get(server, "/greet?name=ada").body()).isEqualTo("hello ada");
            assertThat(get(server, "/greet?CamelHttpResponseCode=500").statusCode())
                    .isEqualTo(200);
            assertThat(context.routes()).singleElement().satisfies(route -> assertThat(route.state())
                    .isEqualTo("Started"));
            context.stop(Duration.ofSeconds(1));
        }
    }

    private static ContextFactory.Content greet(String answer) {
        Bundle bundle = new Bundle("greet", "greet.camel.yaml", Map.of("greet.camel.yaml", """
                        - route:
                            id: greet
                            from:
                              uri: platform-http:/greet
                              steps:
                                - setBody:
                                    simple: "%s"
                        """.formatted(answer)
                .getBytes(StandardCharsets.UTF_8)));
        return new ContextFactory.Content(
                new Version("greet", 1, bundle.hash()), bundle, CompiledClasses.NONE, Map.of());
    }

    private static HttpResponse<String> get(SharedHttpServer server, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
