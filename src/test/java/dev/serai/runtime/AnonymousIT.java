package dev.serai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.serai.fixture.LiveSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who is not known gets from the management port of a whole runtime. */
class AnonymousIT {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH");

    /** Hawtio's own paths, whether they are served or not, and ways around them. */
    private static final List<String> CONSOLE = List.of(
            "/hawtio",
            "/hawtio/",
            "/hawtio/jmx",
            "/hawtio/camel/routes",
            "/hawtio/jolokia",
            "/hawtio/jolokia/",
            "/hawtio/jolokia/read/java.lang:type=Memory",
            "/hawtio/jolokia/exec/java.lang:type=Memory/gc",
            "/hawtio/proxy/localhost/80/",
            "/hawtio/user",
            "/hawtio/refresh",
            "/hawtio/auth",
            "/hawtio/auth/",
            "/hawtio/static/../jolokia/version",
            "/hawtio/static/%2e%2e/jolokia/version",
            "/hawtio/static/;x=/../jolokia/version",
            "/hawtio//jolokia/version",
            "//hawtio/jolokia/version",
            "/hawtio/login/../jolokia/version",
            "/hawtio/index.html/../jolokia/version",
            "/hawtio/x.worker.js/../jolokia/version");

    @TempDir
    Path home;

    @Test
    void nothingIsToldToSomebodyUnknownButTheLoginPageAndWhetherItIsUp() throws Exception {
        Files.createDirectories(home.resolve("routes"));
        try (LiveSerai serai = LiveSerai.start(home)) {
            List<String> let = new ArrayList<>();
            for (String path : paths(serai)) {
                for (String method : METHODS) {
                    if (isLetIn(serai, method, path)) {
                        let.add(method + " " + path);
                    }
                }
            }

            assertThat(let)
                    .containsExactlyInAnyOrder(
                            "GET /observe/health",
                            "GET /observe/health/",
                            "GET /observe/health/live",
                            "GET /observe/health/ready",
                            "POST /hawtio/auth/login",
                            "GET /hawtio/auth/logout",
                            "GET /hawtio/auth/config/login",
                            "GET /hawtio/auth/config/oidc",
                            "GET /hawtio/auth/config/session-timeout",
                            "GET /hawtio/keycloak/enabled");
        }
    }

    @Test
    void behindAProxyThePathOfTheProxyIsNoWayAroundTheEntrance() throws Exception {
        Files.createDirectories(home.resolve("routes"));
        Map<String, String> proxy =
                Map.of("serai.management.context-path", "/serai", "serai.management.forwarded", "true");
        try (LiveSerai serai = LiveSerai.start(home, proxy)) {
            assertThat(isLetIn(serai, "GET", "/serai/api/v1/integrations")).isFalse();
            assertThat(isLetIn(serai, "GET", "/serai/hawtio/jolokia")).isFalse();
            assertThat(isLetIn(serai, "GET", "/serai/observe/health")).isTrue();
            assertThat(send(serai, "GET", "/serai/hawtio/jmx").headers().firstValue("Location"))
                    .contains("/serai/hawtio/login");
            assertThat(send(serai, "GET", "/serai/hawtio/auth/config/login").body())
                    .contains("\"url\":\"/serai/hawtio/auth/login\"");
            assertThat(send(serai, "GET", "/hawtio/auth/logout", "X-Forwarded-Proto", "https")
                            .headers()
                            .firstValue("Strict-Transport-Security"))
                    .isPresent();
        }
    }

    /** Every path of the description, of what is mounted, and of the console. */
    private static Set<String> paths(LiveSerai serai) throws IOException {
        JsonNode description =
                new YAMLMapper().readTree(AnonymousIT.class.getResourceAsStream("/openapi/management.yaml"));
        Stream<String> api = description.path("paths").properties().stream()
                .map(path ->
                        "/api/v1" + path.getKey().replace("{name}", "orders").replaceAll("\\{[a-z]+}", "1"));
        Stream<String> mounted = serai.managementPaths().stream()
                .flatMap(path -> Stream.of(path, path + "/", path + "/live", path + "/ready", path + "/x"));
        return Stream.of(api, mounted, CONSOLE.stream(), Stream.of("/", "/observe/metrics", "/nowhere"))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /** Let in is whoever is neither refused nor sent to the login page; a path without a page behind it does not count. */
    private static boolean isLetIn(LiveSerai serai, String method, String path) throws Exception {
        HttpResponse<String> answer = send(serai, method, path);
        boolean login = answer.statusCode() == 302
                && answer.headers().firstValue("Location").orElse("").endsWith("/hawtio/login")
                && !path.endsWith("/logout");
        return !login && !Set.of(400, 401, 403, 404).contains(answer.statusCode())
                || (answer.statusCode() == 400 && path.equals("/hawtio/auth/login"));
    }

    private static HttpResponse<String> send(LiveSerai serai, String method, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(serai.managementUrl() + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody());
        return HttpClient.newHttpClient()
                .send(
                        headers.length == 0
                                ? request.build()
                                : request.headers(headers).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
