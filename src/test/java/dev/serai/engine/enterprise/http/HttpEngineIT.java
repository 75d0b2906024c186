package dev.serai.engine.enterprise.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.RawHttp;
import dev.serai.fixture.WholeRuntime;
import dev.serai.foundation.IntegrationState;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the shared server speaks HTTP: connections, methods, bodies of every form. */
class HttpEngineIT {

    private static final String ROUTES = """
            - restConfiguration:
                enableCORS: true
            - rest:
                path: /items
                get:
                  - path: /{id}
                    to: direct:item
            - route:
                id: item
                from:
                  uri: direct:item
                  steps:
                    - setBody:
                        simple: "item ${header.id}"
            - route:
                id: echo
                from:
                  uri: platform-http:/echo?httpMethodRestrict=POST,PUT
                  steps:
                    - setBody:
                        simple: "echo ${body}"
            - route:
                id: hello
                from:
                  uri: platform-http:/hello
                  steps:
                    - setBody:
                        constant: hello
            - route:
                id: nothing
                from:
                  uri: platform-http:/nothing
                  steps:
                    - setHeader:
                        name: CamelHttpResponseCode
                        constant: 204
                    - setBody:
                        simple: "${null}"
            - route:
                id: download
                from:
                  uri: platform-http:/download
                  steps:
                    - setBody:
                        groovy: "new Endless(20_000_000L)"
            - route:
                id: control
                from:
                  uri: platform-http:/control/{action}
                  steps:
                    - toD: "controlbus:route?routeId=hello&action=${header.action}"
                    - setBody:
                        constant: done
            """;
    private static final String STREAM = """
            import java.io.InputStream;

            public class Endless extends InputStream {
                private long left;

                public Endless(long size) {
                    left = size;
                }

                @Override
                public int read() {
                    return left-- > 0 ? 'x' : -1;
                }
            }
            """;

    @TempDir
    static Path home;

    private static WholeRuntime runtime;

    @BeforeAll
    static void start() throws Exception {
        runtime = WholeRuntime.start(home, Map.of())
                .save("wire/Endless.java", STREAM)
                .save("wire/wire.camel.yaml", ROUTES);
        assertThat(runtime.decided("wire").state()).isEqualTo(IntegrationState.LIVE);
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void keepsAConnectionOpenForTheNextRequest() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String first = http.lines("GET /hello HTTP/1.1", "Host: a", "").until("hello");
            String second = http.lines("GET /items/7 HTTP/1.1", "Host: a", "").until("item 7");

            assertThat(first).startsWith("HTTP/1.1 200 OK");
            assertThat(second).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String answers = http.bytes("GET /items/1 HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
                            + "GET /items/3 HTTP/1.1\r\nHost: a\r\n\r\n")
                    .until("item 3");

            assertThat(answers).containsSubsequence("item 1", "hello", "item 3");
        }
    }

    @Test
    void answersAndClosesForHttp10() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            assertThat(http.lines("GET /hello HTTP/1.0", "").toEnd())
                    .contains(" 200 OK")
                    .endsWith("hello");
        }
    }

    @Test
    void readsAChunkedBody() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String answer = http.lines("POST /echo HTTP/1.1", "Host: a", "Transfer-Encoding: chunked", "")
                    .bytes("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                    .until("echo abcde");

            assertThat(answer).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void tellsAClientThatWaitsToGoOn() throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String interim = http.lines(
                            "POST /echo HTTP/1.1", "Host: a", "Content-Length: 3", "Expect: 100-continue", "")
                    .until("\r\n\r\n");
            String answer = http.bytes("abc").until("echo abc");

            assertThat(interim).startsWith("HTTP/1.1 100 Continue");
            assertThat(answer).contains("HTTP/1.1 200 OK");
        }
    }

    @Test
    void refusesAnotherMethodWith405() throws Exception {
        HttpResponse<String> answer = runtime.get("/echo");

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<String> answer = runtime.send(runtime.request("/hello").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void answersTheBrowsersQuestionBeforeACrossOriginCall() throws Exception {
        HttpResponse<String> answer = runtime.send(runtime.request("/items/1")
                .header("Origin", "http://shop.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isBetween(200, 204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void answersWithoutABody() throws Exception {
        HttpResponse<String> answer = runtime.get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void streamsALargeBody() throws Exception {
        HttpResponse<String> answer = runtime.get("/download");

        assertThat(answer.body()).hasSize(20_000_000);
    }

    @Test
    void aClientThatLeavesInTheMiddleIsNotWaitedForWhenTheIntegrationStops() throws Exception {
        runtime.save("leaving.camel.yaml", """
                - from:
                    uri: platform-http:/leaving
                    steps:
                      - setBody:
                          groovy: "new ByteArrayInputStream(new byte[50_000_000])"
                """);
        assertThat(runtime.decided("leaving").state()).isEqualTo(IntegrationState.LIVE);
        try (RawHttp http = new RawHttp(runtime.port())) {
            http.lines("GET /leaving HTTP/1.1", "Host: a", "").until("\r\n\r\n");
        }
        long before = System.nanoTime();

        runtime.remove("leaving.camel.yaml");

        assertThat(System.nanoTime() - before).isLessThan(8_000_000_000L);
    }

    @Test
    void aSuspendedRouteAnswers503() throws Exception {
        runtime.get("/control/suspend");
        HttpResponse<String> suspended = runtime.get("/hello");
        runtime.get("/control/resume");
        HttpResponse<String> resumed = runtime.get("/hello");

        assertThat(suspended.statusCode()).isEqualTo(503);
        assertThat(resumed.body()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET nowhere HTTP/1.1", "GET hello HTTP/1.1", "OPTIONS * HTTP/1.1", "GET /a%zz HTTP/1.1"})
    void aTargetThatIsNoPathIsAnsweredAndCountsNothing(String requestLine) throws Exception {
        try (RawHttp http = new RawHttp(runtime.port())) {
            String answer =
                    http.lines(requestLine, "Host: a", "Connection: close", "").toEnd();

            assertThat(answer).containsPattern("HTTP/1.1 4\\d\\d").doesNotContain("Exception", "\tat ");
        }
    }
}
