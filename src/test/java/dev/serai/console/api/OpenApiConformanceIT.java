package dev.serai.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.serai.console.fixture.InMemoryIntegrations;
import dev.serai.console.fixture.ManagementFixture;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every path and method of the description against a running server, and the other way round. */
class OpenApiConformanceIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final String BODY = "{\"source\":\"greet/\",\"files\":{\"greet.camel.yaml\":\"one\"}}";

    /** Operations that answer for a name that is not there yet. */
    private static final Set<String> BODY_BRINGS_IT = Set.of(
            "PUT /integrations/{name}",
            "POST /integrations/{name}/validate",
            "PUT /connections/{name}",
            "POST /connections/{name}/try",
            "PUT /secrets/{name}");

    @TempDir
    static Path home;

    private static ManagementFixture server;
    private static JsonNode description;

    /** An operation of the description. */
    record Operation(String method, String path) {

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = ManagementFixture.start(home);
        description = JSON.readTree(server.send(server.request("/openapi.json")).body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Operation> operations() throws Exception {
        JsonNode document =
                new YAMLMapper().readTree(OpenApiConformanceIT.class.getResourceAsStream("/openapi/management.yaml"));
        return document.path("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .map(method -> new Operation(method.getKey(), path.getKey())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyDescribedOperationAnswersAsDescribed(Operation operation) throws Exception {
        prepare();

        HttpResponse<String> response = server.send(request(operation, server.request(concrete(operation))));

        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        assertMatches(operation, response);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyDescribedOperationNeedsTheToken(Operation operation) throws Exception {
        String path = concrete(operation);

        HttpResponse<String> none = server.send(request(operation, server.unauthorized(path)));
        HttpResponse<String> wrong =
                server.send(request(operation, server.unauthorized(path).header("Authorization", "Bearer guess")));

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertMatches(operation, none);
        assertThat(none.body()).doesNotContain(server.token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyNameThatIsUnknownIsAProblemAsDescribed(Operation operation) throws Exception {
        String unknown = BODY_BRINGS_IT.contains(operation.toString()) ? "fresh" : "nothing";
        String path = operation
                        .path()
                        .replace("{name}", unknown)
                        .replace("{id}", "999")
                        .replace("{version}", "9")
                + query(operation);

        prepare();
        HttpResponse<String> response = server.send(request(operation, server.request(path)));

        boolean named = operation.path().contains("{") && !BODY_BRINGS_IT.contains(operation.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(named ? 404 : expectedStatus(operation));
        assertMatches(operation, response);
    }

    @Test
    void everyRouteIsDescribedWithItsQuery() throws Exception {
        Map<String, Set<String>> described = new TreeMap<>();
        operations().forEach(operation -> described.put(operation.toString(), describedQuery(operation)));

        Map<String, Set<String>> registered = new TreeMap<>();
        server.api
                .routes()
                .forEach(
                        route -> registered.put(route.method() + " " + route.template(), new TreeSet<>(route.query())));

        assertThat(registered).isEqualTo(described);
    }

    @Test
    void theYamlAndTheJsonDescriptionAreOne() throws Exception {
        HttpResponse<String> yaml = server.send(server.request("/openapi.yaml"));

        assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
        assertThat(new YAMLMapper().readTree(yaml.body())).isEqualTo(description);
        assertThat(description.path("openapi").asText()).startsWith("3.1");
    }

    /** The state that every operation finds, whatever ran before it. */
    private static void prepare() {
        server.integrations.deploy(InMemoryIntegrations.folder("orders", "orders.camel.yaml", "again"), "file");
        server.deadLetters.keep(117, "orders", "{}");
        server.access.reset();
    }

    private static String concrete(Operation operation) {
        return operation
                        .path()
                        .replace("{name}", operation.path().startsWith("/users") ? "ada" : "orders")
                        .replace("{id}", "117")
                        .replace("{version}", "1")
                + query(operation);
    }

    private static String query(Operation operation) {
        return operation.path().endsWith("/diff") ? "?from=1&to=2" : "";
    }

    private static HttpRequest.Builder request(Operation operation, HttpRequest.Builder builder) {
        String name = builder.copy().build().uri().getPath().contains("/fresh") ? "fresh" : "orders";
        boolean upload = BODY_BRINGS_IT.contains(operation.toString());
        return builder.method(
                        operation.method().toUpperCase(Locale.ROOT),
                        body(operation, BODY.replace("greet/", name + "/"), upload))
                .header("Content-Type", "application/json");
    }

    /** The body that the description gives as its example; else the upload where the operation takes one. */
    private static HttpRequest.BodyPublisher body(Operation operation, String integration, boolean upload) {
        JsonNode example = described(operation)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        if (!example.isMissingNode()) {
            return BodyPublishers.ofString(example.toString());
        }
        return upload ? BodyPublishers.ofString(integration) : BodyPublishers.noBody();
    }

    private static int expectedStatus(Operation operation) {
        return operation.path().equals("/runtime/stop") ? 202 : 200;
    }

    private static JsonNode described(Operation operation) {
        return description.path("paths").path(operation.path()).path(operation.method());
    }

    private static Set<String> describedQuery(Operation operation) {
        Set<String> names = new TreeSet<>();
        described(operation).path("parameters").forEach(parameter -> {
            JsonNode whole = resolved(parameter);
            if (whole.path("in").asText().equals("query")) {
                names.add(whole.path("name").asText());
            }
        });
        return names;
    }

    private static void assertMatches(Operation operation, HttpResponse<String> response) throws Exception {
        JsonNode responses = described(operation).path("responses");
        String status = String.valueOf(response.statusCode());
        JsonNode answer = resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
        assertThat(response.statusCode() >= 400 || responses.has(status))
                .as("described: " + status)
                .isTrue();
        String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        assertThat(answer.path("content").has(type))
                .as(type + " of " + operation)
                .isTrue();
        if (type.endsWith("json")) {
            assertThat(problems(answer.path("content").path(type).path("schema"), JSON.readTree(response.body())))
                    .as(response.body())
                    .isEmpty();
        }
    }

    private static Set<ValidationMessage> problems(JsonNode schema, JsonNode body) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", description.path("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(whole)
                .validate(body);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.path("$ref").asText().substring(1)) : node;
    }
}
