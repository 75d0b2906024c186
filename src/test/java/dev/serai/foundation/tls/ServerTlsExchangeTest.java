package dev.serai.foundation.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.PemFiles;
import dev.serai.foundation.settings.ClientAuth;
import dev.serai.foundation.settings.PortTls;
import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When changed files are taken, and when the certificate before stays. */
class ServerTlsExchangeTest {

    private static final Path MADE = Path.of("src/test/resources/tls");

    private final TlsIdentity first = SelfSigned.create("first", List.of("localhost"), Duration.ofDays(90));
    private final TlsIdentity second = SelfSigned.create("second", List.of("localhost"), Duration.ofDays(90));
    private final List<String> told = new ArrayList<>();

    @TempDir
    Path home;

    private ServerTls tls;

    @BeforeEach
    void start() throws Exception {
        PemFiles.write(home, first);
        tls = ServerTls.read(home, settings(), List.of());
        tls.onExchange(identity -> told.add("exchange " + identity.certificate().getSubjectX500Principal()));
        tls.onComing(identity -> told.add("coming " + identity.certificate().getSubjectX500Principal()));
    }

    @Test
    void aNewPairIsTakenOnceItIsQuiet() throws IOException {
        PemFiles.write(home, second);

        tls.look();
        assertThat(told).isEmpty();
        tls.look();
        tls.look();

        assertThat(told).containsExactly("coming CN=second", "exchange CN=second");
        assertThat(tls.identity().fingerprint()).isEqualTo(second.fingerprint());
        assertThat(tls.exchanges()).isEqualTo(1);
        assertThat(tls.problem()).isEmpty();
    }

    @Test
    void halfOfAPairIsNotTaken() throws IOException {
        Files.writeString(home.resolve("certificate.pem"), PemFiles.certificate(second));

        tls.look();
        tls.look();
        tls.look();

        assertThat(told).isEmpty();
        assertThat(tls.refusals()).isEqualTo(1);
        assertThat(tls.problem())
                .hasValue("serai.http.tls.key: key.pem holds no key that belongs to the certificate CN=second; "
                        + "name the key that the certificate was made with");
        assertThat(tls.identity().fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void afterABrokenPairTheNextGoodOneIsTaken() throws IOException {
        Files.writeString(home.resolve("certificate.pem"), "-----BEGIN CERT");
        tls.look();
        tls.look();
        assertThat(tls.problem()).isPresent();

        PemFiles.write(home, second);
        tls.look();
        tls.look();

        assertThat(tls.problem()).isEmpty();
        assertThat(tls.identity().fingerprint()).isEqualTo(second.fingerprint());
    }

    @Test
    void filesThatWentAwayLeaveTheCertificate() throws IOException {
        Files.delete(home.resolve("certificate.pem"));

        tls.look();
        tls.look();

        assertThat(tls.problem()).hasValueSatisfying(text -> assertThat(text).contains("there is no file"));
        assertThat(tls.identity().fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void anExpiredOneDoesNotReplaceAValidOne() throws IOException {
        Files.copy(MADE.resolve("expired.pem"), home.resolve("certificate.pem"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(MADE.resolve("ec.key"), home.resolve("key.pem"), StandardCopyOption.REPLACE_EXISTING);

        tls.look();
        tls.look();

        assertThat(tls.problem())
                .hasValue("serai.http.tls.certificate: the new certificate expired on 2021-01-01T00:00:00Z; renew it");
    }

    @Test
    void aServerThatCannotTakeItKeepsTheOneBefore() throws IOException {
        tls.onExchange(identity -> {
            throw new IOException("the server is closing");
        });
        PemFiles.write(home, second);

        tls.look();
        tls.look();

        assertThat(tls.problem()).hasValue("the server is closing");
        assertThat(tls.identity().fingerprint()).isEqualTo(first.fingerprint());
    }

    /** A secret is mounted as links to a link to a folder; only the middle one is exchanged. */
    @Test
    void aKubernetesSecretIsFollowed() throws Exception {
        Path mount = Files.createDirectory(home.resolve("mount"));
        PemFiles.write(Files.createDirectory(mount.resolve("..v1")), first);
        PemFiles.write(Files.createDirectory(mount.resolve("..v2")), second);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..v1"));
        Files.createSymbolicLink(mount.resolve("certificate.pem"), Path.of("..data/certificate.pem"));
        Files.createSymbolicLink(mount.resolve("key.pem"), Path.of("..data/key.pem"));
        ServerTls mounted = ServerTls.read(mount, settings(), List.of());

        Files.createSymbolicLink(mount.resolve("..new"), Path.of("..v2"));
        Files.move(mount.resolve("..new"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        mounted.look();
        mounted.look();

        assertThat(mounted.identity().fingerprint()).isEqualTo(second.fingerprint());
    }

    private static PortTls settings() {
        return new PortTls(
                TlsSettings.HTTP, "certificate.pem", "key.pem", Secret.NONE, "", Secret.NONE, ClientAuth.NONE, "");
    }
}
