package dev.serai.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.fixture.CommandRun;
import dev.serai.foundation.tls.TlsIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ports with a client certificate as a lock before everything else; authority and client were made by OpenSSL. */
class ClientCertificateIT {

    private static final Path MADE = Path.of("src/test/resources/tls").toAbsolutePath();

    @TempDir
    static Path folder;

    private static TlsHome home;

    @BeforeAll
    static void start() throws Exception {
        String authority = MADE.resolve("ca.pem").toString();
        home = TlsHome.start(
                folder,
                TlsHome.certificate("server"),
                Map.of(
                        "serai.http.tls.client-auth",
                        "need",
                        "serai.http.tls.client-ca",
                        authority,
                        "serai.management.tls.client-auth",
                        "need",
                        "serai.management.tls.client-ca",
                        authority));
    }

    @AfterAll
    static void stop() {
        home.close();
    }

    @Test
    void aClientOfTheAuthorityIsLetIn() throws Exception {
        TlsClient client = client(ada());

        assertThat(client.get(home.http() + "/hello").body()).isEqualTo("hello");
        assertThat(client.get(home.management() + "/observe/health/live").statusCode())
                .isEqualTo(200);
    }

    @Test
    void theCertificateIsNoLogin() throws Exception {
        assertThat(client(ada()).get(home.management() + "/api/v1/runtime").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aClientWithoutACertificateGetsNoConnection() throws Exception {
        TlsClient client = client();

        assertThatThrownBy(() -> client.get(home.http() + "/hello")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.get(home.management() + "/observe/health/live"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aStrangerGetsNoConnection() throws Exception {
        TlsIdentity stranger = TlsHome.certificate("ada");
        TlsClient client = client(stranger.keyManagers().getKeyManagers());

        assertThatThrownBy(() -> client.get(home.http() + "/hello")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.get(home.management() + "/observe/health/live"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theCommandLineOfTheOwnerIsLetInToManagementAlone() {
        CommandRun status = CommandRun.of(home.path(), "status", "--output", "json");

        assertThat(status.err()).isEmpty();
        assertThat(status.json().path(0).path("name").asText()).isEqualTo("hello");
    }

    private static KeyManager[] ada() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(MADE.resolve("client.p12"))) {
            store.load(file, "opens".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, "opens".toCharArray());
        return factory.getKeyManagers();
    }

    private static TlsClient client(KeyManager... keys) throws Exception {
        return new TlsClient(List.copyOf(home.expected()), keys);
    }
}
