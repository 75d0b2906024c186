package dev.serai.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.console.RuntimeFile;
import dev.serai.console.RuntimeTrust;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.PemFiles;
import dev.serai.fixture.RawHttp;
import dev.serai.foundation.tls.TlsIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ports with TLS, and certificates that are exchanged while they are used. */
class TlsIT {

    private static final Duration EXCHANGE = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static TlsIdentity certificate = TlsHome.certificate("first");
    private static TlsHome home;

    @BeforeAll
    static void start() throws Exception {
        home = TlsHome.start(folder, certificate, Map.of());
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    @Test
    void bothPortsSpeakTls() throws Exception {
        TlsClient client = client();

        HttpResponse<String> hello = client.get(home.http() + "/hello");
        HttpResponse<String> status = client.get(
                home.management() + "/api/v1/runtime",
                "Authorization",
                "Bearer " + home.file().token());

        assertThat(home.http()).startsWith("https://127.0.0.1:");
        assertThat(home.management()).startsWith("https://127.0.0.1:");
        assertThat(hello.body()).isEqualTo("hello");
        assertThat(hello.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(hello.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    }

    @Test
    void theCommandLineKnowsItsRuntimeByTheCertificate() {
        CommandRun status = CommandRun.of(home.path(), "status", "--output", "json");

        assertThat(status.err()).isEmpty();
        assertThat(status.json().path(0).path("name").asText()).isEqualTo("hello");
    }

    @Test
    void theCommandLineTellsNobodyElseItsToken(@TempDir Path other) throws IOException {
        RuntimeFile file = home.file();
        RuntimeTrust trust = new RuntimeTrust(List.of("00"), "", "");
        Files.createDirectories(other.resolve("state"));
        file.with(trust).write(other.resolve("state"));

        CommandRun status = CommandRun.of(other, "status");

        assertThat(status.code()).isEqualTo(1);
        assertThat(status.err())
                .contains("no trusted connection to the Serai of " + other + " at " + file.managementUrl())
                .contains("the certificate with the SHA-256 fingerprint " + certificate.fingerprint()
                        + " is not the expected one")
                .doesNotContain(file.token());
    }

    @Test
    void anOldCipherIsRefused() throws Exception {
        TlsClient client = client();

        for (String url : List.of(home.http(), home.management())) {
            assertThatThrownBy(() -> client.connect(url, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aRequestWithoutTlsIsNotAnswered() throws Exception {
        for (String url : List.of(home.http(), home.management())) {
            try (RawHttp plain = new RawHttp(URI.create(url).getPort())) {
                String answer = plain.lines("GET /hello HTTP/1.1", "Host: localhost", "")
                        .toEnd();

                assertThat(answer).doesNotContain("HTTP/1.1");
            }
        }
    }

    @Test
    void theEdgeIsAsStrictBehindTls() throws Exception {
        try (SSLSocket socket = client().connect(home.http())) {
            TlsClient.write(
                    socket,
                    "POST /hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "0\r\n\r\nGET /hello HTTP/1.1\r\n\r\n");

            assertThat(TlsClient.until(socket, "never"))
                    .startsWith("HTTP/1.1 400")
                    .doesNotContain("200 OK");
        }
    }

    @Test
    void aNewCertificateIsTakenUnderLoadAndABrokenOneIsNot() throws Exception {
        TlsIdentity second = TlsHome.certificate("second");
        TlsClient client = new TlsClient(List.of(certificate.fingerprint(), second.fingerprint()));
        String management = home.management() + "/observe/health/live";
        try (Load load = Load.on(client, home.http(), management);
                SSLSocket open = client.connect(home.http());
                SSLSocket managing = client.connect(management)) {
            load.awaitProgress();

            PemFiles.write(folder, second);

            await().atMost(EXCHANGE)
                    .untilAsserted(() -> assertThat(shown(client)).containsOnly("CN=second"));
            load.awaitProgress();
            assertThat(answer(open, "/hello")).startsWith("HTTP/1.1 200 OK");
            assertThat(answer(managing, "/observe/health/live")).startsWith("HTTP/1.1 200 OK");
            theCommandLineKnowsItsRuntimeByTheCertificate();

            Files.writeString(folder.resolve("key.pem"), "broken");
            await().during(Duration.ofSeconds(4)).atMost(EXCHANGE).until(() -> shown(client)
                    .allMatch("CN=second"::equals));

            PemFiles.write(folder, certificate);
            await().atMost(EXCHANGE)
                    .untilAsserted(() -> assertThat(shown(client)).containsOnly("CN=first"));
            assertThat(load.failures()).isEmpty();
            assertThat(load.answers()).isGreaterThan(100);
        }
    }

    private static Stream<String> shown(TlsClient client) {
        return Stream.of(home.http(), home.management()).map(url -> {
            try (SSLSocket socket = client.connect(url)) {
                X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                return shown.getSubjectX500Principal().getName();
            } catch (IOException e) {
                throw new AssertionError(url, e);
            }
        });
    }

    private static String answer(SSLSocket socket, String path) throws IOException {
        TlsClient.write(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        return TlsClient.until(socket, "\r\n\r\n");
    }

    private static TlsClient client() throws Exception {
        return new TlsClient(List.copyOf(home.expected()));
    }
}
