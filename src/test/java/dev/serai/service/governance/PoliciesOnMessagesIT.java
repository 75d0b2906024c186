package dev.serai.service.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.serai.console.RuntimeFile;
import dev.serai.fixture.ShippedConnectors;
import dev.serai.fixture.WholeRuntime;
import dev.serai.foundation.Receipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies in a whole runtime: on deployments, on messages that come in, and on messages that leave for a real server. */
class PoliciesOnMessagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path home;

    private static HttpServer server;
    private static WholeRuntime serai;
    private static final List<String> ARRIVED = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ARRIVED.add(call.getRequestURI().getPath() + " "
                    + call.getRequestHeaders().getFirst("X-Class") + " " + body);
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        server.start();
        ShippedConnectors.copy(home, "cel");
        Files.createDirectories(home.resolve("config/policies"));
        policy("sizes", "severity: deny\nat: received\nrule: message.size <= 200");
        policy("cards", """
                severity: deny
                at: message
                rule: message.direction == 'received' || !('card' in message.content)
                action: {mask: [card.number]}""");
        policy(
                "noise",
                "severity: deny\nat: message\nrule: message.headers['kind'] != 'noise'\nwhen: \"'kind' in message.headers\"\naction: {drop: true}");
        policy(
                "classes",
                "severity: deny\nat: message\nrule: message.text != 'secret'\naction: {tag: {X-Class: confidential}}");
        policy(
                "strange",
                "severity: deny\nat: message\nwhen: message.direction == 'sent'\nrule: message.text != 'strange'\naction: {route: \"http://localhost:"
                        + port() + "/aside\"}");
        policy(
                "hosts",
                "severity: deny\nat: [gate, sent]\neach: endpoint\nwhen: endpoint.hosts.size() > 0 && endpoint.role == 'sink'\nrule: endpoint.hosts.all(h, h.isOneOf(values.hosts))\nvalues: {hosts: [localhost]}");
        Files.copy(Path.of("config/classification.yaml"), home.resolve("config/classification.yaml"));
        policy(
                "classed",
                "severity: deny\nat: message\nrule: message.direction == 'received' || !('payment' in message.classes)\n"
                        + "action: {mask: ['class:payment']}");
        policy(
                "eyes",
                "severity: deny\nat: gate\nwhen: integration.name == 'seen'\nrule: integration.approvals.size() >= 1");
        serai = WholeRuntime.start(home, Map.of("serai.retry.attempts", "0"));
        serai.save("send.camel.yaml", """
                - route:
                    id: send
                    from:
                      uri: platform-http:/send
                      steps:
                        - removeHeaders: {pattern: "CamelHttp*"}
                        - to: http://localhost:PORT/plain?httpMethod=POST
                """.replace("PORT", String.valueOf(port())));
        serai.save("anywhere.camel.yaml", """
                - route:
                    id: anywhere
                    from:
                      uri: platform-http:/anywhere
                      steps:
                        - setProperty: {name: where, expression: {header: where}}
                        - removeHeaders: {pattern: "(CamelHttp.*|where)"}
                        - toD: "${exchangeProperty.where}"
                """);
        serai.save("override.camel.yaml", """
                - route:
                    id: override
                    from:
                      uri: platform-http:/override
                      steps:
                        - removeHeaders: {pattern: "CamelHttp*"}
                        - setHeader: {name: CamelHttpUri, expression: {constant: "http://127.0.0.1:PORT/elsewhere"}}
                        - to: http://localhost:PORT/plain
                """.replace("PORT", String.valueOf(port())));
        List.of("send", "anywhere", "override").forEach(serai::accepted);
    }

    @AfterAll
    static void stop() {
        serai.close();
        server.stop(0);
    }

    @BeforeEach
    void nothingArrived() {
        ARRIVED.clear();
    }

    @AfterEach
    void nothingOfThisTestIsLeft() throws IOException {
        Files.deleteIfExists(home.resolve("config/policies/later.yaml"));
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    private static void policy(String name, String text) throws IOException {
        Files.writeString(
                home.resolve("config/policies/" + name + ".yaml"),
                "reason: the reason of " + name + "\n" + text + "\n");
    }

    @Test
    void aMessageThatHoldsGoesItsWay() throws Exception {
        HttpResponse<String> answer = serai.post("/send", "application/json", "{\"id\":1}");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(ARRIVED).containsExactly("/plain null {\"id\":1}");
    }

    @Test
    void aRefusedMessageIsToldToTheCallerAndKept() throws Exception {
        HttpResponse<String> answer = serai.post("/send", "text/plain", "x".repeat(300));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("the policy sizes refuses the message: the reason of sizes")
                .contains("\"deadLetter\":");
        assertThat(ARRIVED).isEmpty();
    }

    @Test
    void fieldsAreMaskedBeforeTheMessageLeaves() throws Exception {
        serai.post("/send", "application/json", "{\"card\":{\"number\":\"4111\",\"holder\":\"Ada\"}}");

        assertThat(ARRIVED).containsExactly("/plain null {\"card\":{\"number\":\"••••\",\"holder\":\"Ada\"}}");
    }

    @Test
    void fieldsOfADataClassAreMaskedWhereverTheyStand() throws Exception {
        serai.post(
                "/send",
                "application/json",
                "{\"note\":\"for Ada\",\"to\":[{\"account\":\"DE89370400440532013000\",\"sum\":7}]}");

        assertThat(ARRIVED)
                .containsExactly("/plain null {\"note\":\"for Ada\",\"to\":[{\"account\":\"••••\",\"sum\":7}]}");
    }

    @Test
    void aDroppedMessageEndsThere() throws Exception {
        HttpResponse<String> answer = serai.send(
                serai.request("/send").header("kind", "noise").POST(HttpRequest.BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isLessThan(300);
        assertThat(ARRIVED).isEmpty();
    }

    @Test
    void aTaggedMessageCarriesTheTag() throws Exception {
        serai.post("/send", "text/plain", "secret");

        assertThat(ARRIVED).containsExactly("/plain confidential secret");
    }

    @Test
    void aMessageSentAsideArrivesThereOnly() throws Exception {
        serai.post("/send", "text/plain", "strange");

        assertThat(ARRIVED).hasSize(1).first().asString().startsWith("/aside ").endsWith("strange");
    }

    @Test
    void anAddressThatAMessageMadeIsHeldAgainstTheList() throws Exception {
        HttpResponse<String> allowed =
                serai.send(serai.request("/anywhere").header("where", "http://localhost:" + port() + "/dynamic"));
        HttpResponse<String> refused =
                serai.send(serai.request("/anywhere").header("where", "http://127.0.0.1:" + port() + "/dynamic"));

        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("the policy hosts refuses the message");
        assertThat(ARRIVED).hasSize(1);
    }

    @Test
    void anAddressThatAHeaderPutsInPlaceOfTheEndpointsIsHeldAgainstTheList() throws Exception {
        HttpResponse<String> refused = serai.get("/override");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(ARRIVED).isEmpty();
    }

    @Test
    void aDeploymentThatBreaksAPolicyIsRefusedAndGoesOnRecord() throws Exception {
        serai.save("evil.camel.yaml", "- from: {uri: \"timer:evil?delay=1h\", steps: [{to: \"http://evil.test/\"}]}\n");

        Receipt receipt = Objects.requireNonNull(serai.decided("evil").receipt());

        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.findings()).anySatisfy(finding -> assertThat(finding.sentence())
                .startsWith("routes/evil.camel.yaml:1:")
                .contains("breaks the policy hosts: the reason of hosts")
                .endsWith("see: serai policy explain hosts evil"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(audit()).contains("policy.finding").contains("deny: routes/evil.camel.yaml:1:"));
    }

    @Test
    void contentThatNobodyHasApprovedWaitsAndGoesLiveOnceItIsApproved() throws Exception {
        serai.save("seen.camel.yaml", "- from: {uri: \"platform-http:/seen\", steps: [{setBody: {constant: fine}}]}\n");
        assertThat(Objects.requireNonNull(serai.decided("seen").receipt()).accepted())
                .isFalse();

        HttpResponse<String> approval = manage("POST", "/integrations/seen/approvals");

        assertThat(approval.statusCode()).as(approval.body()).isEqualTo(200);
        assertThat(approval.body()).contains("\"approvals\":[\"");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(serai.get("/seen").body()).isEqualTo("fine"));
    }

    @Test
    void theApiTellsThePoliciesAndHowTheyAreEvaluated() throws Exception {
        HttpResponse<String> all = manage("GET", "/policies");
        HttpResponse<String> one = manage("GET", "/integrations/send/policies?policy=hosts");

        assertThat(all.body()).contains("\"name\":\"sizes\"", "\"severity\":\"deny\"");
        assertThat(one.body()).contains("\"opinion\":\"holds\"", "\"endpoint.hosts\":\"[localhost]\"");
    }

    private static HttpResponse<String> manage(String method, String path) throws Exception {
        RuntimeFile file = RuntimeFile.read(home.resolve("state")).orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create(file.managementUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + file.token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aPolicyThatIsSavedHoldsFromThenOnAndIsTakenBackWithItsFile() throws Exception {
        policy("later", "severity: deny\nat: message\nrule: message.text != 'late'");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        serai.post("/send", "text/plain", "late").statusCode())
                .isEqualTo(422));

        Files.delete(home.resolve("config/policies/later.yaml"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        serai.post("/send", "text/plain", "late").statusCode())
                .isEqualTo(204));
    }

    @Test
    void aWrongPolicyThatIsSavedChangesNothingAndGoesOnRecord() throws Exception {
        policy("later", "severity: deny\nat: message\nrule: message.txt != 'late'");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(audit())
                .contains("config/policies/later.yaml:4:")
                .contains("undefined field 'txt'"));
        assertThat(serai.post("/send", "text/plain", "x".repeat(300)).statusCode())
                .isEqualTo(422);
    }

    private static String audit() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(home.resolve("state/audit"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".jsonl")).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
