package dev.serai.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.console.fixture.ManagementFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path home;

    private ManagementFixture server;

    @BeforeEach
    void start() throws IOException {
        server = ManagementFixture.start(home);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer x"})
    void aCallWithoutTheTokenIsRefused(String authorization) throws Exception {
        HttpRequest.Builder request = server.unauthorized("/nowhere");

        HttpResponse<String> response =
                server.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"serai\"");
        assertThat(response.body()).contains("every call needs the header Authorization");
    }

    @Test
    void aTokenThatOnlyBeginsRightIsRefused() throws Exception {
        String half = server.token.substring(0, server.token.length() - 1);

        HttpResponse<String> response =
                server.send(server.unauthorized("/runtime").header("Authorization", "Bearer " + half));

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() throws Exception {
        JsonNode problem = problem(404, server.request("/integrations/oders/receipt"));

        assertThat(problem.path("detail").asText()).isEqualTo("there is no integration \"oders\"");
        assertThat(problem.path("hint").asText()).isEqualTo("did you mean \"orders\"?");
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    }

    @Test
    void aWrongMethodIsAnsweredWithTheAllowedOnes() throws Exception {
        HttpResponse<String> response =
                server.send(server.request("/integrations/orders").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("DELETE, GET, PUT");
        assertThat(response.body()).contains("does not answer POST; it answers DELETE, GET, PUT");
    }

    @Test
    void anUnknownPathAndAnUnknownQueryAreToldSo() throws Exception {
        assertThat(problem(404, server.request("/integration")).path("detail").asText())
                .isEqualTo("there is nothing at /api/v1/integration");
        assertThat(problem(400, server.request("/deadletters?integratoin=orders"))
                        .path("hint")
                        .asText())
                .isEqualTo("did you mean \"integration\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/integrations/orders/versions/0     | 400 | the version is \"0\"; expected a whole number from 1",
                "/integrations/orders/versions/x     | 400 | the version is \"x\"; expected a whole number from 1",
                "/integrations/orders/versions/9     | 404 | orders has no version 9; it has [2, 1]",
                "/integrations/orders/diff?from=1    | 400 | the query parameter to is missing",
                "/integrations/orders/logs?lines=-1  | 400 | lines is \"-1\"; expected a whole number from 1",
                "/integrations/orders/logs?follow=no | 400 | follow is neither true nor false",
                "/deadletters/9                      | 404 | there is no dead letter 9",
                "/deadletters?state=KEEP             | 400 | the state \"KEEP\" is unknown",
                "/deadletters?state=%ff              | 400 | the query cannot be decoded"
            })
    void aBadParameterIsToldWithWhatWasExpected(String path, int status, String detail) throws Exception {
        assertThat(problem(status, server.request(path)).path("detail").asText())
                .startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"files\":{}}                                     | the integration greet has no files",
                "{\"files\":{\"../evil.yaml\":\"x\"}}               | the file \"../evil.yaml\" would leave the integration's folder",
                "{\"files\":{\"/etc/passwd\":\"x\"}}                | the file \"/etc/passwd\" would leave the integration's folder",
                "{\"files\":{\"C:/x\":\"x\"}}                       | the file \"C:/x\" would leave the integration's folder",
                "{\"files\":{\"a\\\\b\":\"x\"}}                     | the file \"a\\b\" would leave the integration's folder",
                "{\"files\":{\"a\":1}}                              | the content of file a is neither text nor",
                "{\"files\":{\"a\":{\"base64\":\"*\"}}}             | the base64 of file a is malformed",
                "{\"source\":\"other/\",\"files\":{\"a\":\"x\"}}    | the source \"other/\" does not belong to the integration greet",
                "{\"source\":\"greet.yaml\",\"files\":{\"a\":\"\"}} | the source greet.yaml is one file, but the files are [a]",
                "{\"fils\":{}}                                      | the field \"fils\" is unknown",
                "[]                                                 | the body is no JSON object",
                "{\"files\"                                         | the body is not JSON: line 1, column"
            })
    void anUploadThatCannotBeAnIntegrationIsRefused(String body, String detail) throws Exception {
        HttpRequest.Builder request = server.request("/integrations/greet")
                .PUT(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");

        assertThat(problem(400, request).path("detail").asText()).startsWith(detail);
        assertThat(server.integrations.status("greet")).isEmpty();
    }

    @Test
    void aRefusedDeploymentAnswersWithItsReceiptWhileTheOldVersionServes() throws Exception {
        HttpResponse<String> response =
                server.send(put("/integrations/orders", "{\"files\":{\"orders.camel.yaml\":\"broken\"}}"));

        JsonNode receipt = JSON.readTree(response.body());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(receipt.path("accepted").asBoolean()).isFalse();
        assertThat(receipt.path("activeVersion").asInt()).isEqualTo(2);
        assertThat(receipt.path("findings").path(0).path("hint").asText()).isEqualTo("did you mean \"brokers\"?");
    }

    @Test
    void aStoredVersionCanBeDeployedAgainByteByByte() throws Exception {
        HttpRequest.Builder zip = server.request("/integrations/pack")
                .PUT(BodyPublishers.ofByteArray(zip(Map.of("pack.camel.yaml", new byte[] {1, -1, 2}))))
                .header("Content-Type", "application/zip");
        server.send(zip);

        JsonNode version = JSON.readTree(
                server.send(server.request("/integrations/pack/versions/1")).body());
        JsonNode upload = JSON.createObjectNode()
                .put("source", version.path("source").asText())
                .set("files", version.path("files"));
        server.send(put("/integrations/pack", upload.toString()));

        assertThat(server.integrations.content("pack", 2).orElseThrow().hash())
                .isEqualTo(version.path("hash").asText());
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpackedWhole() throws Exception {
        byte[] bomb = zip(Map.of("zeros", new byte[Call.BODY_LIMIT + 1]));

        JsonNode problem = problem(
                413,
                server.request("/integrations/bomb")
                        .PUT(BodyPublishers.ofByteArray(bomb))
                        .header("Content-Type", "application/zip"));

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(problem.path("detail").asText()).startsWith("the zip unpacks to more than");
    }

    @Test
    void aBodyAboveTheLimitIsRefused() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port)) {
            socket.getOutputStream()
                    .write(("PUT /api/v1/integrations/greet HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + server.token
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] head = socket.getInputStream().readNBytes(12);

            assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        HttpRequest.Builder request = server.request("/integrations/greet")
                .PUT(BodyPublishers.ofString("x"))
                .header("Content-Type", "text/plain");

        assertThat(problem(415, request).path("detail").asText())
                .isEqualTo("the body is text/plain; expected application/json or application/zip");
    }

    @Test
    void aDiffIsUnifiedForEachFile() throws Exception {
        JsonNode diff = JSON.readTree(server.send(server.request("/integrations/orders/diff?from=1&to=2"))
                .body());

        assertThat(diff.path("files").findValuesAsText("path")).containsExactly("notes.txt", "orders.camel.yaml");
        assertThat(diff.path("files").path(0).path("diff").asText())
                .isEqualTo("--- /dev/null\n+++ b/notes.txt\n@@ -0,0 +1,1 @@\n+new\n\\ No newline at end of file\n");
        assertThat(diff.path("files").path(1).path("diff").asText())
                .isEqualTo("--- a/orders.camel.yaml\n+++ b/orders.camel.yaml\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n");
    }

    @Test
    void theHistoryKnowsWhoDeployed() throws Exception {
        server.send(put("/integrations/orders", "{\"files\":{\"a\":\"x\"}}").header("Serai-User", "berta\tb"));

        assertThat(server.integrations.history("orders").get(0).by()).isEqualTo("berta?b");
    }

    @Test
    void aDeadLetterThatWasDiscardedCannotBeRedriven() throws Exception {
        server.send(server.request("/deadletters/118").DELETE());

        JsonNode problem =
                problem(409, server.request("/deadletters/118/redrive").POST(BodyPublishers.noBody()));

        assertThat(problem.path("detail").asText())
                .isEqualTo("dead letter 118 is DISCARDED; only a KEPT one can be changed");
    }

    @Test
    void stoppingAnswersBeforeTheRuntimeIsGone() throws Exception {
        HttpResponse<String> response =
                server.send(server.request("/runtime/stop").POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(server.stopped).isTrue();
    }

    @Test
    void aMalformedRequestIsAnsweredWithoutAStackTraceOrTheServersName() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json");
            assertThat(answer).doesNotContain("Jetty", "jetty", "\tat ", "Exception");
        }
    }

    private HttpRequest.Builder put(String path, String body) {
        return server.request(path).PUT(BodyPublishers.ofString(body)).header("Content-Type", "application/json");
    }

    private JsonNode problem(int status, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = server.send(request);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JSON.readTree(response.body());
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
