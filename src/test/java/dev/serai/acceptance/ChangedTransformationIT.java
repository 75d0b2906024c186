package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mappings and formats of a running Serai, with the packs of the distribution. */
@Timeout(120)
class ChangedTransformationIT {

    private static final String TOTALS = """
            - from:
                uri: platform-http:/totals
                steps:
                  - to: transform:totals
            """;
    private static final String PAYMENTS = """
            - from:
                uri: platform-http:/payments
                steps:
                  - unmarshal: {beanio: {mapping: "classpath:payments.xml", streamName: payments, encoding: windows-1252}}
                  - marshal: {json: {}}
            """;
    private static final String ORDERS = """
            - from:
                uri: platform-http:/orders
                steps:
                  - doTry:
                      steps: [{to: "validator:classpath:order.xsd"}]
                      doCatch: [{exception: [org.apache.camel.ValidationException], steps: [{setBody: {simple: "${exception.message}"}}]}]
            """;
    private static final String XSD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:include schemaLocation="types.xsd"/>
              <xs:element name="order"><xs:complexType><xs:sequence>
                <xs:element name="price" type="price"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """;
    private static final String TYPES = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="price"><xs:restriction base="xs:decimal"/></xs:simpleType>
            </xs:schema>
            """;

    @TempDir
    Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private LiveSerai serai;
    private RunningSerai door;

    @BeforeEach
    void start() throws IOException {
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        mapping("{\"total\": $sum(quantity)}");
        write("transformations/totals/samples/two.in.json", "[{\"quantity\":2},{\"quantity\":3}]\n");
        write("transformations/totals/samples/two.out.json", "{\"total\":5}\n");
        serai = LiveSerai.start(home);
        door = serai.door();
    }

    @AfterEach
    void stop() {
        serai.close();
    }

    @Test
    void changedMappingServesWithinASecondAndAWrongOneNever() throws Exception {
        door.saved("totals.camel.yaml", TOTALS);
        assertThat(post("totals", "[{\"quantity\":4}]").body()).isEqualTo("{\"total\":4}");

        long begin = System.nanoTime();
        mapping("{\"total\": $sum(quantity), \"lines\": $count($)}");
        write("transformations/totals/samples/two.out.json", "{\"total\":5,\"lines\":2}\n");
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> post("totals", "[{\"quantity\":4}]").body().contains("\"lines\":1"));
        System.out.printf("a changed mapping served after %d ms%n", (System.nanoTime() - begin) / 1_000_000);

        mapping("{\"total\": $max(quantity)}");
        await().atMost(Duration.ofSeconds(20)).until(() -> audit().contains("transformations/totals/samples/two: "));

        assertThat(post("totals", "[{\"quantity\":4}]").body()).contains("\"lines\":1");
    }

    @Test
    void formatsAndSchemasAreReadFromTheIntegrationsFolder() throws Exception {
        write(
                "routes/payments/payments.xml",
                Files.readString(Path.of("connectors/fixed-width/sample/payments/payments.xml")));
        door.saved("payments/payments.camel.yaml", PAYMENTS);
        write("routes/orders/order.xsd", XSD);
        write("routes/orders/types.xsd", TYPES);
        door.saved("orders/orders.camel.yaml", ORDERS);

        String line = "10000001" + "%-30s".formatted("Größe €") + "%14s".formatted("12.50") + "2026-11-22";

        assertThat(post("payments", line.getBytes(Charset.forName("windows-1252")))
                        .body())
                .isEqualTo("[{\"account\":\"10000001\",\"name\":\"Größe €\",\"amount\":12.50,\"due\":\"2026-11-22\"}]");
        assertThat(post("orders", "<order><price>1.5</price></order>").body())
                .isEqualTo("<order><price>1.5</price></order>");
        assertThat(post("orders", "<order>\n<price>x</price></order>").body()).contains("Line : 2, Column : 17");
    }

    private String audit() {
        return door.api("GET", "/audit", "").body();
    }

    private void mapping(String text) throws IOException {
        write("transformations/totals/mapping.jsonata", text + "\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return post(path, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        URI uri = URI.create(
                "http://127.0.0.1:" + door.runtime().at("/ports/http").asInt() + "/" + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
