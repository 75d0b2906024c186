package dev.serai.connector.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.connector.ConnectedHome;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.server.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SOAP and REST before each other, all in one Serai; requests are written byte by byte, as other stacks write them. */
@Timeout(60)
class SoapBridgeIT {

    private static final Path SAMPLE = Path.of("connectors/soap/sample");

    /** An API that refuses in the ways that APIs do. */
    private static final String API = """
            - route:
                id: api
                from:
                  uri: platform-http:/api/shelves/{name}
                  steps:
                    - choice:
                        when:
                          - simple: "${header.name} == 'closed'"
                            steps:
                              - setHeader: {name: CamelHttpResponseCode, constant: 409}
                              - setHeader: {name: Content-Type, constant: application/problem+json}
                              - setBody: {constant: '{"title": "Conflict", "status": 409, "detail": "the shelf is closed"}'}
                          - simple: "${header.name} == 'text'"
                            steps:
                              - setHeader: {name: CamelHttpResponseCode, constant: 400}
                              - setBody: {constant: "no such kind of shelf"}
                          - simple: "${header.name} == 'page'"
                            steps:
                              - setHeader: {name: CamelHttpResponseCode, constant: 404}
                              - setBody: {constant: "<html>not found</html>"}
                          - simple: "${header.name} == 'broken'"
                            steps:
                              - setHeader: {name: CamelHttpResponseCode, constant: 500}
                              - setBody: {constant: "a pipe burst at db7"}
                        otherwise:
                          steps:
                            - convertBodyTo: {type: "byte[]"}
                            - setBody: {groovy: "body.length"}
            """;

    private static final String SERVED = """
            - route:
                id: guarded
                from:
                  uri: guarded:all
                  steps:
                    - setBody: {constant: "<store:putResponse xmlns:store='urn:serai:store'><size>7</size></store:putResponse>"}
            - route:
                id: parts
                from:
                  uri: parts:all
                  steps:
                    - setProperty:
                        name: size
                        groovy: "exchange.getIn(org.apache.camel.attachment.AttachmentMessage).attachments.values().collect { it.inputStream.bytes.length }.sum() ?: 0"
                    - setBody: {simple: "<store:putResponse xmlns:store='urn:serai:store'><size>${exchangeProperty.size}</size></store:putResponse>"}
            """;

    private static final String ENVELOPE = """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>%s</soap:Header>\
            <soap:Body><s:put xmlns:s="urn:serai:store"><shelf>%s</shelf><content>%s</content></s:put></soap:Body></soap:Envelope>""";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PORT = Ports.free();

    @TempDir
    static Path folder;

    private static LiveSerai serai;

    @BeforeAll
    static void start() throws Exception {
        ConnectedHome home = ConnectedHome.in(folder.resolve("home"))
                .with("config/connections/store.wsdl", Files.readString(SAMPLE.resolve("store.wsdl")))
                .with("config/connections/front.yaml", Files.readString(SAMPLE.resolve("front.yaml")))
                .with("config/connections/store.yaml", connection("address: " + url("/services/store")))
                .with("config/connections/parts.yaml", connection("mtom: true"))
                .with("password.txt", UserToken.PASSWORD)
                .with(
                        "config/connections/guarded.yaml",
                        connection(
                                "authentication: wss-digest",
                                "user: " + UserToken.USER,
                                "password: \"{{file:password.txt}}\""));
        serai = LiveSerai.start(
                home.path(), Map.of("serai.retry.attempts", "0", "serai.http.port", String.valueOf(PORT)));
        accepted("api", API);
        accepted("served", SERVED);
        accepted("rest-before-soap", sample("rest-before-soap"));
        accepted("soap-before-rest", sample("soap-before-rest").replace("{{shelves.host}}", "127.0.0.1:" + PORT));
    }

    private static String connection(String... parameters) {
        return "connector: soap\nparameters:\n  wsdl: config/connections/store.wsdl\n  "
                + String.join("\n  ", parameters) + "\n";
    }

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLE.resolve(name).resolve(name + ".camel.yaml"));
    }

    private static void accepted(String name, String routes) {
        JsonNode receipt = serai.door().saved(name + ".camel.yaml", routes);
        assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
    }

    private static String url(String path) {
        return "http://127.0.0.1:" + PORT + path;
    }

    @AfterAll
    static void stop() {
        if (serai != null) {
            serai.close();
        }
    }

    private static HttpResponse<String> post(String path, String type, byte[] body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", type)
                        .header("SOAPAction", "\"\"")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> soap(String path, String header, String shelf) throws Exception {
        String envelope = ENVELOPE.formatted(header, shelf, "aGVsbG8=");
        return post(path, "text/xml; charset=utf-8", envelope.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> rest(String shelf) throws Exception {
        return post(
                "/shelves/" + shelf, "application/json", "{\"content\": \"hello\"}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatAnApiRefusesIsAFaultThatBlamesTheRequest() throws Exception {
        assertThat(soap("/services/store", "", "tea").body()).contains("<size>5</size>");

        HttpResponse<String> problem = soap("/services/store", "", "closed");
        assertThat(problem.statusCode()).as(problem.body()).isEqualTo(500);
        assertThat(problem.body())
                .containsPattern("faultcode>[^<]*Client<")
                .contains("<faultstring>the shelf is closed</faultstring>")
                .doesNotContain("Conflict");
        assertThat(soap("/services/store", "", "text").body())
                .containsPattern("faultcode>[^<]*Client<")
                .contains("<faultstring>no such kind of shelf</faultstring>");
        assertThat(soap("/services/store", "", "page").body())
                .containsPattern("faultcode>[^<]*Client<")
                .contains("<faultstring>refused with HTTP 404</faultstring>");
    }

    @Test
    void whatAnApiFailedAtIsAFaultOfTheServiceWithoutItsInside() throws Exception {
        HttpResponse<String> answer = soap("/services/store", "", "broken");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body())
                .containsPattern("faultcode>[^<]*Server<")
                .contains("the request could not be processed; exchange ")
                .doesNotContain("pipe");
    }

    @Test
    void aFaultIsJsonWithTheStatusThatItMeans() throws Exception {
        assertThat(rest("tea").body()).isEqualTo("{\"size\": 5}");

        HttpResponse<String> refused = rest("closed");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(new ObjectMapper().readTree(refused.body()).path("error").asText())
                .contains("the web service answered with the fault Client: the shelf is closed");
        HttpResponse<String> failed = rest("broken");
        assertThat(failed.statusCode()).isEqualTo(502);
        assertThat(new ObjectMapper().readTree(failed.body()).path("deadLetter").asLong())
                .isPositive();
        assertThat(failed.body()).doesNotContain("pipe");
    }

    @Test
    void attachmentsThatArriveAreTheMessages() throws Exception {
        byte[] large = new byte[300_000];
        new Random(5).nextBytes(large);

        HttpResponse<String> answer = post("/parts", Multipart.TYPE, Multipart.of(large));

        assertThat(answer.body()).contains("<size>300000</size>");
    }

    @Test
    void aTokenIsTakenOnce() throws Exception {
        UserToken token = UserToken.now();

        assertThat(soap("/guarded", token.header(), "a").body()).contains("<size>7</size>");

        HttpResponse<String> again = soap("/guarded", token.header(), "a");
        assertThat(again.statusCode()).isEqualTo(500);
        assertThat(again.body()).contains("Fault").doesNotContain("<size>");
        assertThat(soap("/guarded", UserToken.now().header(), "a").body()).contains("<size>7</size>");
    }

    @Test
    void aTokenThatProvesNothingIsRefused() throws Exception {
        UserToken token = UserToken.now();

        for (String header : new String[] {
            "",
            UserToken.yesterday().header(),
            token.withoutPassword(),
            token.header().replace(UserToken.USER, "eve"),
            token.header().replace(token.digest(), UserToken.yesterday().digest())
        }) {
            HttpResponse<String> answer = soap("/guarded", header, "a");
            assertThat(answer.statusCode()).as(header).isEqualTo(500);
            assertThat(answer.body()).contains("Fault").doesNotContain("<size>").doesNotContain(UserToken.PASSWORD);
        }
    }
}
