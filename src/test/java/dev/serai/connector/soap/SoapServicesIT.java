package dev.serai.connector.soap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web services called and served, against another stack than Serai's, with the samples of the connector. */
class SoapServicesIT {

    private static final Path SAMPLE = Path.of("connectors/soap/sample");

    private static final String TOKENS = """
            - route:
                id: by-token
                from:
                  uri: platform-http:/tokens/{way}
                  steps:
                    - setBody: {constant: "<store:put xmlns:store='urn:serai:store'><shelf>tokens</shelf><content>aGk=</content></store:put>"}
                    - toD: "${header.way}:put"
            - route:
                id: guarded
                from:
                  uri: guarded:all
                  steps:
                    - setBody: {constant: "<store:putResponse xmlns:store='urn:serai:store'><size>7</size></store:putResponse>"}
            - route:
                id: with-attachment
                from:
                  uri: platform-http:/attachments
                  steps:
                    - convertBodyTo: {type: "byte[]"}
                    - script:
                        groovy: |-
                          def data = new jakarta.activation.DataHandler(new jakarta.mail.util.ByteArrayDataSource(body, 'application/octet-stream'))
                          exchange.getIn(org.apache.camel.attachment.AttachmentMessage).addAttachment('one@serai', data)
                    - setBody: {constant: "<store:put xmlns:store='urn:serai:store'><shelf>attachments</shelf><content><x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='cid:one@serai'/></content></store:put>"}
                    - to: with-mtom:put
            """;

    private static final String API = """
            - route:
                id: api
                from:
                  uri: platform-http:/api/shelves/{shelf}
                  steps:
                    - convertBodyTo: {type: "byte[]"}
                    - choice:
                        when:
                          - simple: "${header.shelf} == 'closed'"
                            steps:
                              - setHeader: {name: CamelHttpResponseCode, constant: 409}
                              - setBody: {constant: "the shelf is closed"}
                          - simple: "${header.shelf} == 'broken'"
                            steps:
                              - setHeader: {name: CamelHttpResponseCode, constant: 500}
                              - setBody: {constant: "a pipe burst"}
                        otherwise:
                          steps:
                            - setBody: {groovy: "body.length"}
            """;

    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static StoreService store;
    private static LiveSerai serai;
    private static RunningSerai door;

    @BeforeAll
    static void start() throws Exception {
        store = new StoreService(Files.createDirectories(folder.resolve("store"))).start();
        Path home = folder.resolve("home");
        Path connections = Files.createDirectories(home.resolve("config/connections"));
        Files.createDirectories(home.resolve("routes"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        Files.writeString(home.resolve("password.txt"), StoreService.PASSWORD);
        Files.writeString(home.resolve("wrong.txt"), "wrong-horse");
        Files.copy(SAMPLE.resolve("store.wsdl"), connections.resolve("store.wsdl"));
        Files.copy(SAMPLE.resolve("front.yaml"), connections.resolve("front.yaml"));
        connection(home, "store", "address: " + store.address("open"));
        connection(home, "with-mtom", "address: " + store.address("open"), "mtom: true");
        token(home, "text", store.address("text"), "wss-text", "password.txt");
        token(home, "digest", store.address("digest"), "wss-digest", "password.txt");
        token(home, "wrong", store.address("digest"), "wss-digest", "wrong.txt");
        connection(home, "nowhere", "address: http://127.0.0.1:1/none");
        token(home, "guarded", "", "wss-digest", "password.txt");
        serai = LiveSerai.start(home, Map.of("serai.retry.attempts", "0"));
        door = serai.door();
        token(home, "self", door.httpUrl() + "/guarded", "wss-digest", "password.txt");
        token(home, "self-wrong", door.httpUrl() + "/guarded", "wss-digest", "wrong.txt");
        serai.close();
        serai = LiveSerai.start(
                home, Map.of("serai.retry.attempts", "0", "serai.http.port", String.valueOf(port(door.httpUrl()))));
        door = serai.door();
        accepted("api.camel.yaml", API);
        accepted("tokens.camel.yaml", TOKENS);
        accepted("rest-before-soap.camel.yaml", sample("rest-before-soap"));
        accepted(
                "soap-before-rest.camel.yaml",
                sample("soap-before-rest").replace("{{shelves.host}}", "127.0.0.1:" + port(door.httpUrl())));
    }

    private static int port(String url) {
        return URI.create(url).getPort();
    }

    private static String sample(String name) throws IOException {
        return Files.readString(SAMPLE.resolve(name).resolve(name + ".camel.yaml"));
    }

    private static void accepted(String file, String text) {
        JsonNode receipt = door.saved(file, text);
        assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
    }

    private static void connection(Path home, String name, String... parameters) throws IOException {
        String yaml = "connector: soap\nparameters:\n  wsdl: config/connections/store.wsdl\n  "
                + String.join("\n  ", parameters) + "\n";
        Files.writeString(home.resolve("config/connections").resolve(name + ".yaml"), yaml);
    }

    private static void token(Path home, String name, String address, String authentication, String password)
            throws IOException {
        connection(
                home,
                name,
                address.isEmpty() ? "path: /guarded" : "address: " + address,
                "authentication: " + authentication,
                "user: " + StoreService.USER,
                "password: \"{{file:" + password + "}}\"");
    }

    @AfterAll
    static void stop() {
        if (serai != null) {
            serai.close();
        }
        store.close();
    }

    private static String post(String path, byte[] body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(door.httpUrl() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private static byte[] json(String content) {
        return ("{\"content\": \"" + content + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aJsonFacadeStandsBeforeAWebService() throws Exception {
        assertThat(post("/shelves/tea", json("Grüße <&> 東京"))).isEqualTo("200 {\"size\": 18}");

        assertThat(store.shelf("tea")).singleElement().isEqualTo("Grüße <&> 東京".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theRouteDecidesTheOperationWhateverTheCallerSays() throws Exception {
        assertThat(post("/shelves/mugs", json("x"), "operationName", "destroy", "operationNamespace", "urn:evil"))
                .isEqualTo("200 {\"size\": 1}");
    }

    @Test
    void aFaultThatBlamesTheRequestIsToldToTheCallerAndKept() throws Exception {
        String answer = post("/shelves/closed", json("x"));

        assertThat(answer)
                .startsWith("422 ")
                .contains("the web service answered with the fault Client: the shelf closed takes nothing")
                .contains("\"deadLetter\":");
        assertThat(letters()).contains("the shelf closed takes nothing");
    }

    @Test
    void aFaultOfTheServiceIsNotTheCallersBusiness() throws Exception {
        assertThat(post("/shelves/broken", json("x"))).startsWith("502 ").doesNotContain("broke\"");
        assertThat(letters()).contains("fault Server: the shelf broke");
    }

    private static String letters() {
        return door.api("GET", "/deadletters", "").body();
    }

    @Test
    void tokensAreSentAsTextAndAsDigest() throws Exception {
        assertThat(post("/tokens/text", new byte[0])).startsWith("200 ").contains("<size>2</size>");
        assertThat(post("/tokens/digest", new byte[0])).startsWith("200 ").contains("<size>2</size>");
        assertThat(post("/tokens/wrong", new byte[0])).startsWith("422 ").contains("the token is not that of a user");
        assertThat(letters()).doesNotContain("wrong-horse").doesNotContain(StoreService.PASSWORD);
    }

    @Test
    void aServedOperationAsksForItsToken() throws Exception {
        assertThat(post("/tokens/self", new byte[0])).startsWith("200 ").contains("<size>7</size>");
        assertThat(post("/tokens/self-wrong", new byte[0])).startsWith("502 ").doesNotContain("<size>");
        assertThat(store.called(
                        door.httpUrl() + "/guarded?wsdl",
                        "<s:put xmlns:s='urn:serai:store'><shelf>a</shelf><content>aGk=</content></s:put>"))
                .startsWith("FAULT");
    }

    @Test
    void attachmentsTravelBesideTheEnvelope() throws Exception {
        byte[] large = new byte[1_000_000];
        new java.util.Random(3).nextBytes(large);

        assertThat(post("/attachments", large)).startsWith("200 ").contains("<size>1000000</size>");

        assertThat(store.shelf("attachments")).singleElement().isEqualTo(large);
    }

    @Test
    void aWebServiceStandsBeforeARestApi() throws Exception {
        String wsdl = door.httpUrl() + "/services/store?wsdl";

        String answers = store.called(
                wsdl, "<s:put xmlns:s='urn:serai:store'><shelf>tea</shelf><content>aGVsbG8=</content></s:put>");

        assertThat(answers).startsWith("ANSWER").contains("<size>5</size>");
    }

    @Test
    void aServiceThatIsAwayIsToldOf() {
        assertThat(door.api("POST", "/connections/store/test", "").body()).contains("UP");
        assertThat(door.api("POST", "/connections/nowhere/test", "").body())
                .contains("DOWN")
                .containsIgnoringCase("connect");
    }
}
