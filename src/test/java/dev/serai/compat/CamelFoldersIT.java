package dev.serai.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.WholeRuntime;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code src/test/resources/compat} goes through the watched folder as it is, and is then called. */
class CamelFoldersIT {

    private static final Path FOLDERS = Path.of("src/test/resources/compat");

    /** A call to a folder's integration, and what the answer holds. */
    record Call(String folder, String method, String path, String body, int status, List<String> answer) {
        @Override
        public String toString() {
            return folder + ": " + method + " " + path;
        }
    }

    @TempDir
    static Path home;

    private static WholeRuntime runtime;

    @BeforeAll
    static void dropAll() throws IOException {
        runtime = WholeRuntime.start(home, Map.of());
        folders().forEach(folder -> runtime.drop(FOLDERS.resolve(folder)));
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    private static List<String> folders() {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Call> calls() {
        return Stream.of(
                get("hello-timer", "/hello", "Hello Camel from hello-page"),
                get(
                        "beans-yaml",
                        "/beans",
                        "Hello Hello Hello Ada, Bonjour Ada, Hallo Hallo Ada",
                        "EUR",
                        "reduced=7",
                        "true"),
                get("java-beside-yaml", "/shop/price?count=2", "ORDER[ITEM=TEA, COUNT=2] COSTS 18, tax 19"),
                get("java-dsl", "/java/hello/Ada", "Hello Ada"),
                new Call("java-dsl", "GET", "/java/hello/nobody", "", 422, List.of("refused: nobody is here")),
                post("java-dsl", "/java/sum", "1,2, 39", "42"),
                get("kamelets-local", "/kamelets", "top=TICK?", "bottom=TICK?"),
                get("pipe-binding", "/pipe", "piped-beat"),
                get("profiles", "/profiled/hello", "Hello World!"),
                get("templates", "/templated/one", "Hello from one"),
                get("templates", "/templated/two", "Salut from two"),
                get("rest-yaml", "/stock/?limit=2", "[{\"id\":1},{\"id\":2}]"),
                get("rest-yaml", "/stock/7", "{\"id\":7,\"name\":\"tea\"}"),
                new Call("rest-yaml", "POST", "/stock", "{\"a\":1}", 201, List.of("{\"a\":1}")),
                new Call("rest-yaml", "POST", "/stock", "{", 400, List.of("")),
                get("rest-xml", "/xml/hello/bob", "Hi Bob"),
                get("rest-xml", "/xml/hello/eve", "Hello eve from a bean"),
                get("rest-xml", "/xml/more", "more"),
                get("openapi-contract", "/api/v3/pet/3", "{\"id\":3,\"name\":\"Rex\"}"),
                post("openapi-contract", "/api/v3/pet", "{\"name\":\"Tom\"}", "added Tom"),
                post(
                        "expressions",
                        "/expressions",
                        "{\"customer\":{\"name\":\"Ada\"},\"lines\":[1,2,3]}",
                        "Ada;3;7;",
                        "\"who\"",
                        ";20"),
                get("eips", "/eips", "AABC"),
                new Call("errors", "GET", "/errors/state", "", 409, List.of("conflict: taken")),
                get("errors", "/errors/skip", "detour"),
                get("errors", "/errors/breaker", "from the fallback"),
                get("errors", "/errors/try", "caught gone"),
                get("errors", "/errors/other", "dead: unknown"),
                get("caught", "/caught", "caught not today"),
                get("caught", "/fallen-back", "fallback"),
                get("saga", "/saga", "{7=reserved}"),
                get("saga", "/saga?fail=yes", "{7=released}"),
                get("quartz", "/fired", "fired="),
                post(
                        "kaoto-designed",
                        "/kaoto/orders",
                        "<order><item note='Special'/></order>",
                        "<note>Special</note>"),
                get("route-configuration", "/configured", "handled by configuration: no disk"),
                post("formats", "/formats", "item,qty\ntea,3\n", "<item>tea</item>", "<qty>3</qty>"),
                get("bean-scripts", "/scripted", "from a script and language"));
    }

    private static Call get(String folder, String path, String... answer) {
        return new Call(folder, "GET", path, "", 200, List.of(answer));
    }

    private static Call post(String folder, String path, String body, String... answer) {
        return new Call(folder, "POST", path, body, 200, List.of(answer));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void runsAsItIs(Call call) {
        IntegrationStatus status = runtime.decided(call.folder());

        assertThat(findings(status)).isEmpty();
        assertThat(status.state()).isEqualTo(IntegrationState.LIVE);
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            HttpResponse<String> answer = runtime.send(request(call));
            assertThat(answer.statusCode()).isEqualTo(call.status());
            assertThat(answer.body()).contains(call.answer());
        });
    }

    private static HttpRequest.Builder request(Call call) {
        HttpRequest.Builder request = runtime.request(call.path());
        return call.body().isEmpty()
                ? request
                : request.header("Content-Type", type(call.body())).POST(BodyPublishers.ofString(call.body()));
    }

    private static String type(String body) {
        return body.startsWith("<") ? "application/xml" : body.startsWith("{") ? "application/json" : "text/plain";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    refused-kafka   | camel-kafka
                    refused-cron    | camel-cron
                    refused-kamelet | aws-s3-source
                    refused-saxon   | camel-xslt-saxon
                    refused-jms     | camel-jms
                    """)
    void saysWhatIsMissing(String folder, String missing) {
        IntegrationStatus status = runtime.decided(folder);

        assertThat(status.state()).isEqualTo(IntegrationState.REFUSED);
        assertThat(findings(status)).anySatisfy(finding -> assertThat(finding).contains(missing));
    }

    @Test
    void everyFolderIsCalledOrRefused() {
        assertThat(folders().stream().filter(folder -> !folder.startsWith("refused-")))
                .containsExactlyInAnyOrderElementsOf(
                        calls().map(Call::folder).distinct().toList());
    }

    private static List<String> findings(IntegrationStatus status) {
        return Objects.requireNonNull(status.receipt()).findings().stream()
                .filter(Finding::refuses)
                .map(Finding::sentence)
                .toList();
    }
}
