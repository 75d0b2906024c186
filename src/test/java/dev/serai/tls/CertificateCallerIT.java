package dev.serai.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.CommandRun;
import dev.serai.fixture.PemFiles;
import dev.serai.foundation.tls.SelfSigned;
import dev.serai.foundation.tls.TlsIdentity;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that show a certificate in place of a token. */
class CertificateCallerIT {

    private static final TlsIdentity OPERATOR = client("operations");
    private static final TlsIdentity VIEWER = client("prometheus");
    private static final TlsIdentity UNKNOWN = client("somebody");

    @TempDir
    static Path folder;

    private static TlsHome home;

    @BeforeAll
    static void start() throws Exception {
        Path trusted = Files.writeString(
                folder.resolve("clients.pem"),
                PemFiles.certificate(OPERATOR) + PemFiles.certificate(VIEWER) + PemFiles.certificate(UNKNOWN));
        home = TlsHome.start(
                folder,
                TlsHome.certificate("server"),
                Map.of(
                        "serai.management.tls.client-auth",
                        "want",
                        "serai.management.tls.client-ca",
                        trusted.toString(),
                        "serai.management.client-roles",
                        "CN=operations=operator; CN=prometheus=viewer"));
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    private static TlsIdentity client(String name) {
        return SelfSigned.create(name, List.of(), Duration.ofDays(2));
    }

    @Test
    void aCertificateWithARoleIsACaller() throws Exception {
        HttpResponse<String> session = get(OPERATOR, "/api/v1/session");

        assertThat(session.statusCode()).as(session.body()).isEqualTo(200);
        assertThat(session.body())
                .contains("\"name\":\"CN=operations\"", "\"means\":\"CERTIFICATE\"", "\"roles\":[\"operator\"]");
        assertThat(get(VIEWER, "/observe/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void itMayDoWhatItsRoleMayAndThatIsOnRecord() throws Exception {
        assertThat(stop(VIEWER).statusCode()).isEqualTo(403);
        assertThat(stop(OPERATOR).statusCode()).isEqualTo(200);

        String trail =
                CommandRun.of(folder, "audit", "list", "--output", "json").out();
        assertThat(trail).contains("CN=prometheus", "CN=operations", "CERTIFICATE");
    }

    private static HttpResponse<String> stop(TlsIdentity identity) throws Exception {
        return http(identity).post(home.management() + "/api/v1/integrations/hello/stop");
    }

    @Test
    void oneWithoutARoleAndNoneAtAllAreNobody() throws Exception {
        assertThat(get(UNKNOWN, "/api/v1/session").statusCode()).isEqualTo(401);
        assertThat(new TlsClient(List.copyOf(home.expected()))
                        .get(home.management() + "/api/v1/session")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenCountsBeforeTheCertificate() throws Exception {
        assertThat(get(
                                OPERATOR,
                                "/api/v1/session",
                                "Authorization",
                                "Bearer " + home.file().token())
                        .body())
                .contains("\"means\":\"OWNER\"");
        assertThat(get(OPERATOR, "/api/v1/session", "Authorization", "Bearer guessed")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aBrowserIsNotMadeToUseItByAnotherSite() throws Exception {
        assertThat(get(OPERATOR, "/api/v1/session", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(OPERATOR, "/api/v1/session", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get(OPERATOR, "/api/v1/session", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> get(TlsIdentity identity, String path, String... headers) throws Exception {
        return http(identity).get(home.management() + path, headers);
    }

    private static TlsClient http(TlsIdentity identity) throws Exception {
        KeyManager[] keys = identity.keyManagers().getKeyManagers();
        return new TlsClient(List.copyOf(home.expected()), keys);
    }
}
