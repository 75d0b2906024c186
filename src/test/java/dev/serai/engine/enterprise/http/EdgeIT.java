package dev.serai.engine.enterprise.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.RawHttp;
import dev.serai.fixture.WholeRuntime;
import dev.serai.foundation.IntegrationState;
import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client outside cannot do. */
class EdgeIT {

    private static final String ROUTES = """
            - route:
                id: headers
                from:
                  uri: platform-http:/headers
                  steps:
                    - setBody:
                        groovy: "headers.keySet().findAll { it.toLowerCase().startsWith('camel') }.sort().join(',') + '|' + (headers.plain ?: '') + '|' + (headers.CamelFileName ?: '')"
            - route:
                id: slow
                from:
                  uri: platform-http:/slow
                  steps:
                    - delay:
                        asyncDelayed: false
                        constant: 2500
                    - setBody:
                        constant: late
                    - to: "file:{{serai.home}}/done?fileName=slow.txt"
            - route:
                id: large
                from:
                  uri: platform-http:/large
                  steps:
                    - setBody:
                        simple: "${bodyAs(String).length()}"
            - route:
                id: failing
                from:
                  uri: platform-http:/failing
                  steps:
                    - throwException:
                        exceptionType: java.lang.IllegalStateException
                        message: the password is 1234
            - route:
                id: unconvertible
                from:
                  uri: platform-http:/unconvertible
                  steps:
                    - setBody:
                        groovy: "new Object()"
            - route:
                id: store
                from:
                  uri: platform-http:/store
                  steps:
                    - setHeader:
                        name: CamelFileName
                        simple: "${header.name}"
                    - to: "file:{{serai.home}}/box"
            - route:
                id: store-by-expression
                from:
                  uri: platform-http:/store-by-expression
                  steps:
                    - to: "file:{{serai.home}}/box?fileName=${header.name}"
            - route:
                id: fetch
                from:
                  uri: platform-http:/fetch
                  steps:
                    - pollEnrich:
                        simple: "file:{{serai.home}}/box?fileName=${header.name}&noop=true&idempotent=false"
                        timeout: 300
            - route:
                id: upload
                from:
                  uri: platform-http:/upload
                  steps:
                    - to: "file:{{serai.home}}/box"
                    - setBody:
                        simple: "${header.CamelFileName}"
            - route:
                id: objects
                from:
                  uri: platform-http:/objects
                  steps:
                    - convertBodyTo:
                        type: byte[]
                    - setBody:
                        groovy: "new ObjectInputStream(new ByteArrayInputStream(body)).readObject().class.name"
            - route:
                id: xpath
                from:
                  uri: platform-http:/xpath
                  steps:
                    - setBody:
                        xpath:
                          expression: "string(/a)"
                          resultType: java.lang.String
            - route:
                id: xslt
                from:
                  uri: platform-http:/xslt
                  steps:
                    - to: xslt:copy.xsl
            - route:
                id: document
                from:
                  uri: platform-http:/document
                  steps:
                    - convertBodyTo:
                        type: org.w3c.dom.Document
                    - convertBodyTo:
                        type: String
            - route:
                id: validated
                from:
                  uri: platform-http:/validated
                  steps:
                    - to: validator:any.xsd
            """;

    @TempDir
    static Path home;

    private static WholeRuntime runtime;

    @BeforeAll
    static void start() throws Exception {
        runtime = WholeRuntime.start(
                        home, Map.of("serai.http.request-timeout", "1s", "serai.http.max-body-size", "100KB"))
                .save(
                        "edge/copy.xsl",
                        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template"
                                + " match='/'><b><xsl:value-of select='a'/></b></xsl:template></xsl:stylesheet>")
                .save(
                        "edge/any.xsd",
                        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'"
                                + " type='xs:string'/></xs:schema>")
                .save("edge/edge.camel.yaml", ROUTES);
        assertThat(runtime.decided("edge").state()).isEqualTo(IntegrationState.LIVE);
        Files.writeString(home.resolve("outside.txt"), "outside");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelFileName", "camelfilename", "CAMELFILENAME", "cAmElExecCommandExecutable"})
    void commandsToComponentsDoNotComeInAsHeaderParameterOrFormField(String name) throws Exception {
        HttpResponse<String> header = runtime.send(runtime.request("/headers").header(name, "evil"));
        HttpResponse<String> parameter = runtime.get("/headers?" + name + "=evil");
        HttpResponse<String> field =
                runtime.post("/headers", "application/x-www-form-urlencoded", name + "=evil&plain=kept");

        assertThat(header.body()).doesNotContain("evil").doesNotContainIgnoringCase("FileName");
        assertThat(parameter.body()).doesNotContain("evil").doesNotContainIgnoringCase("FileName");
        assertThat(field.body()).contains("|kept|").doesNotContainIgnoringCase("FileName");
    }

    @Test
    void aFieldWhoseNameIsNoHeaderDoesNotSpoilTheAnswer() throws Exception {
        HttpResponse<String> answer =
                runtime.post("/headers", "application/x-www-form-urlencoded", "{\"a\":1}&plain=kept");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("|kept|");
    }

    @Test
    void aBodyAboveTheLimitIsRefusedWith413() throws Exception {
        HttpResponse<String> fits = runtime.post("/large", "text/plain", "x".repeat(90_000));
        HttpResponse<String> tooLarge = runtime.post("/large", "text/plain", "x".repeat(200_000));

        assertThat(fits.body()).isEqualTo("90000");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
    }

    @Test
    void aChunkedBodyAboveTheLimitIsRefusedToo() throws Exception {
        HttpResponse<String> tooLarge = runtime.send(runtime.request("/large")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[200_000]))));

        assertThat(tooLarge.statusCode()).isEqualTo(413);
    }

    @Test
    void headersAboveTheLimitAreRefusedWith431() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String answer = http.lines("GET /headers HTTP/1.1", "Host: a", "X-Large: " + "x".repeat(40_000), "")
                    .toEnd();

            assertThat(answer).contains(" 431 ");
        }
    }

    @Test
    void aRequestLineAboveTheLimitIsRefusedWith414() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String answer = http.lines("GET /" + "x".repeat(10_000) + " HTTP/1.1", "Host: a", "")
                    .toEnd();

            assertThat(answer).contains(" 414 ");
        }
    }

    @Test
    void aSlowRouteIsAnsweredWith504AndMayEndLater() throws Exception {
        HttpResponse<String> answer = runtime.get("/slow");

        assertThat(answer.statusCode()).isEqualTo(504);
        await().untilAsserted(() -> assertThat(home.resolve("done/slow.txt")).hasContent("late"));
        assertThat(runtime.get("/headers").statusCode()).isEqualTo(200);
    }

    @Test
    void theConnectionOfASlowRouteServesTheNextRequest() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String timedOut = http.lines("GET /slow HTTP/1.1", "Host: a", "").until("\r\n\r\n");
            http.lines("GET /headers HTTP/1.1", "Host: a", "");
            String next = http.until("||");

            assertThat(timedOut).startsWith("HTTP/1.1 504");
            assertThat(next).contains("HTTP/1.1 200 OK");
        }
    }

    @ParameterizedTest
    @CsvSource({"/failing,500", "/unconvertible,500", "/unknown,404", "/failing/deeper,404"})
    void noFailureShowsItsInside(String path, int status) throws Exception {
        HttpResponse<String> answer = runtime.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "1234", "dev.serai", "org.apache");
    }

    @Test
    void whatIsNoHttpIsRefusedWith400() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String answer = http.lines("nonsense", "").toEnd();

            assertThat(answer).contains(" 400 ").doesNotContain("Exception", "\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: +5",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding : chunked"
            })
    void aRequestOfDoubtfulLengthIsRefused(String headers) throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String answer = http.bytes("POST /large HTTP/1.1\r\nHost: a\r\n" + headers
                            + "\r\n\r\n0\r\n\r\n"
                            + "POST /store HTTP/1.1\r\nHost: a\r\nname: smuggled.txt\r\nContent-Length: 1\r\n\r\nx")
                    .toEnd();

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain(" 200 OK");
            await().during(Duration.ofMillis(200)).until(() -> !Files.exists(home.resolve("box/smuggled.txt")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/store", "/store-by-expression"})
    void aFileNameFromAMessageCannotLeaveItsFolder(String path) throws Exception {
        runtime.send(runtime.request(path).header("name", "../../escaped.txt").POST(BodyPublishers.ofString("x")));
        runtime.send(runtime.request(path).header("name", "../escaped.txt").POST(BodyPublishers.ofString("x")));

        assertThat(home.resolve("escaped.txt")).doesNotExist();
        assertThat(home.resolveSibling("escaped.txt")).doesNotExist();
    }

    @Test
    void aFileOutsideCannotBeFetchedByItsName() throws Exception {
        Files.createDirectories(home.resolve("box"));

        HttpResponse<String> answer = runtime.send(runtime.request("/fetch").header("name", "../outside.txt"));

        assertThat(answer.body()).doesNotContain("outside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.txt", "..\\\\..\\\\evil.txt", "/tmp/evil.txt", "sub/evil.txt"})
    void anUploadKeepsOnlyTheLastPartOfItsName(String name) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n";

        HttpResponse<String> answer = runtime.post("/upload", "multipart/form-data; boundary=b", body);

        assertThat(answer.body()).isEqualTo("evil.txt");
        assertThat(home.resolve("box/evil.txt")).hasContent("x");
    }

    @Test
    void javaObjectsOfForeignClassesAreNotDeserialised() throws Exception {
        HttpResponse<String> foreign = runtime.send(
                runtime.request("/objects").POST(BodyPublishers.ofByteArray(serialised(new java.net.URL("http://a")))));
        HttpResponse<String> plain = runtime.send(
                runtime.request("/objects").POST(BodyPublishers.ofByteArray(serialised(new java.util.ArrayList<>()))));

        assertThat(foreign.statusCode()).isEqualTo(500);
        assertThat(plain.body()).isEqualTo("java.util.ArrayList");
    }

    private static byte[] serialised(Object object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/xpath", "/xslt", "/document", "/validated"})
    void externalEntitiesAreNotRead(String path) throws Exception {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
                + home.resolve("outside.txt").toUri() + "\">]><a>&e;</a>";

        HttpResponse<String> answer = runtime.post(path, "application/xml", xml);

        assertThat(answer.body()).doesNotContain("outside");
    }
}
