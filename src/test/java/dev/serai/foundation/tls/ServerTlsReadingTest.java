package dev.serai.foundation.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.serai.foundation.settings.ClientAuth;
import dev.serai.foundation.settings.PortTls;
import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.TlsSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys and certificates are read, and what is told about those that are not. The files were made by OpenSSL. */
class ServerTlsReadingTest {

    private static final Path HOME = Path.of("src/test/resources/tls").toAbsolutePath();

    @ParameterizedTest
    @ValueSource(strings = {"rsa.key", "rsa.pkcs1.key", "rsa.encrypted.key"})
    void everyFormOfAnRsaKeyIsRead(String key) throws TlsException {
        ServerTls tls = read("rsa.pem", key, "opens");

        assertThat(tls.identity().key().getAlgorithm()).isEqualTo("RSA");
        assertThat(tls.identity().chain())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=localhost", "CN=Test authority");
    }

    @ParameterizedTest
    @CsvSource({"ec.pem, ec.key", "client.pem, client.key", "ed25519.pem, ed25519.key"})
    void keysOnCurvesAreRead(String certificate, String key) throws TlsException {
        assertThat(read(certificate, key, "").identity().context()).isNotNull();
    }

    @Test
    void aKeystoreIsRead() throws TlsException {
        assertThat(keystore("rsa.p12", "opens").identity().chain()).hasSize(2);
    }

    @Test
    void anExpiredCertificateIsServedAtTheStart() throws TlsException {
        assertThat(read("expired.pem", "ec.key", "").identity().expiry()).hasToString("2021-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''           | rsa.key               | ''    | serai.http.tls.certificate: is empty, while other keys of TLS are set; expected a PEM file; name the file, or a PKCS#12 file as keystore, or remove the others
            rsa.pem      | ''                    | ''    | serai.http.tls.key: is empty, while other keys of TLS are set; expected a PEM file; name the file, or a PKCS#12 file as keystore, or remove the others
            none.pem     | none.key              | ''    | serai.http.tls.certificate: there is no file HOME/none.pem; correct the path, or give the user that Serai runs as the right to read it; serai.http.tls.key: there is no file HOME/none.key; correct the path, or give the user that Serai runs as the right to read it
            .            | rsa.key               | ''    | serai.http.tls.certificate: HOME/. is a folder; correct the path, or give the user that Serai runs as the right to read it
            rsa.key      | rsa.key               | ''    | serai.http.tls.certificate: rsa.key holds no certificate, but PRIVATE KEY; expected PEM with BEGIN CERTIFICATE; name the file with the certificate; a binary one becomes PEM with: openssl x509 -inform der
            make.sh      | rsa.key               | ''    | serai.http.tls.certificate: make.sh holds no certificate, but no PEM at all; expected PEM with BEGIN CERTIFICATE; name the file with the certificate; a binary one becomes PEM with: openssl x509 -inform der
            rsa.pem      | ca.pem                | ''    | serai.http.tls.key: ca.pem holds no private key, but CERTIFICATE; expected PEM with BEGIN PRIVATE KEY; name the file with the key
            rsa.pem      | ec.key                | ''    | serai.http.tls.key: ec.key holds no key that belongs to the certificate CN=localhost; name the key that the certificate was made with
            ec.pem       | client.key            | ''    | serai.http.tls.key: client.key holds no key that belongs to the certificate CN=localhost; name the key that the certificate was made with
            client.pem   | ec.key                | ''    | serai.http.tls.key: ec.key holds no key that belongs to the certificate CN=ada; name the key that the certificate was made with
            weak.pem     | weak.key              | ''    | serai.http.tls.key: the RSA key has 1024 bits; expected 2048 or more; make a new key, for example with: openssl ecparam -name prime256v1 -genkey
            rsa.reversed.pem | rsa.key           | ''    | serai.http.tls.key: rsa.key holds no key that belongs to the certificate CN=Test authority; it belongs to certificate 2 of the file; put that one first
            rsa.pem      | rsa.encrypted.key     | ''    | serai.http.tls.key-password: is empty, while rsa.encrypted.key is encrypted; set it, to a reference such as {{env:NAME}} or {{file:/path}}
            rsa.pem      | rsa.encrypted.key     | wrong | serai.http.tls.key-password: the password does not open rsa.encrypted.key; set the one the key was encrypted with
            rsa.pem      | rsa.old-encrypted.key | opens | serai.http.tls.key: rsa.old-encrypted.key is encrypted in OpenSSL's old form; expected PKCS#8; convert it with: openssl pkcs8 -topk8 -in OLD -out NEW
            """)
    void whatIsWrongIsToldWithItsKeyAndAWayOut(String certificate, String key, String password, String told) {
        assertThat(problem(pem(certificate, key, password))).isEqualTo(told.replace("HOME", HOME.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rsa.p12  | wrong | serai.http.tls.keystore-password: the password does not open rsa.p12; set the one the file was made with
            rsa.p12  | ''    | serai.http.tls.keystore-password: the password does not open rsa.p12; set the one the file was made with
            rsa.pem  | opens | serai.http.tls.keystore: rsa.pem cannot be read as PKCS#12 (IOException); convert an old keystore with: keytool -importkeystore -deststoretype pkcs12
            none.p12 | opens | serai.http.tls.keystore: there is no file HOME/none.p12; correct the path, or give the user that Serai runs as the right to read it
            """)
    void whatIsWrongWithAKeystoreIsTold(String file, String password, String told) {
        PortTls settings = settings("", "", "", file, password, ClientAuth.NONE, "");

        assertThat(problem(settings)).isEqualTo(told.replace("HOME", HOME.toString()));
    }

    @Test
    void keystoreAndPemFilesExcludeEachOther() {
        assertThat(problem(settings("rsa.pem", "", "", "rsa.p12", "opens", ClientAuth.NONE, "")))
                .isEqualTo("serai.http.tls.keystore: is set beside serai.http.tls.certificate or serai.http.tls.key; "
                        + "expected one of both; remove the keystore or the PEM files");
    }

    @Test
    void clientsAreOnlyAskedWithAuthoritiesThatAreNamed() {
        assertThat(problem(settings("rsa.pem", "rsa.key", "", "", "", ClientAuth.NEED, "")))
                .startsWith("serai.http.tls.client-ca: is empty, while clients are asked for a certificate");
        assertThat(problem(settings("rsa.pem", "rsa.key", "", "", "", ClientAuth.NONE, "ca.pem")))
                .startsWith("serai.http.tls.client-ca: is set, while clients are not asked for a certificate");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problem(settings("none.pem", "none.key", "", "", "", ClientAuth.NEED, "none.ca")))
                .contains("none.pem", "none.key", "none.ca");
    }

    private static ServerTls read(String certificate, String key, String password) throws TlsException {
        return ServerTls.read(HOME, pem(certificate, key, password), List.of());
    }

    private static ServerTls keystore(String file, String password) throws TlsException {
        return ServerTls.read(HOME, settings("", "", "", file, password, ClientAuth.NONE, ""), List.of());
    }

    private static String problem(PortTls settings) {
        TlsException told = catchThrowableOfType(TlsException.class, () -> ServerTls.read(HOME, settings, List.of()));
        return String.valueOf(told.getMessage());
    }

    private static PortTls pem(String certificate, String key, String password) {
        return settings(certificate, key, password, "", "", ClientAuth.NONE, "");
    }

    private static PortTls settings(
            String certificate,
            String key,
            String keyPassword,
            String keystore,
            String keystorePassword,
            ClientAuth clientAuth,
            String clientCa) {
        return new PortTls(
                TlsSettings.HTTP,
                certificate,
                key,
                new Secret(keyPassword),
                keystore,
                new Secret(keystorePassword),
                clientAuth,
                clientCa);
    }
}
