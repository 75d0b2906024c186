package dev.serai.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.tls.Testssl.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code testssl.sh} finds on both ports: nothing worse than LOW. */
class TestsslIT {

    private static final Path MADE = Path.of("src/test/resources/tls").toAbsolutePath();
    private static final Set<String> FINE = Set.of("OK", "INFO", "LOW", "DEBUG");

    /** What is worse, and why it says nothing about Serai. */
    private static final Map<String, String> ALLOWED = Map.of(
            "cert_revocation", "the test's authority publishes no list of revoked certificates",
            "cert_validityPeriod", "the test's certificates are made to last",
            "engine_problem", "this machine's OpenSSL has no engines",
            "RC4", "this machine's OpenSSL cannot speak it; the standard ciphers are tried without OpenSSL",
            "sessionresumption_ticket", "WARN: could not be tried with this machine's OpenSSL",
            "sessionresumption_ID", "WARN: could not be tried with this machine's OpenSSL");

    @TempDir
    static Path folder;

    @Test
    void findsNothingWorseThanLow() throws Exception {
        Optional<Testssl> testssl = Testssl.find();
        if (testssl.isEmpty()) {
            System.out.println("not run: testssl.sh on both ports (install Debian's package testssl.sh)");
            return;
        }
        Path authority = MADE.resolve("ca.pem");
        try (TlsHome home = TlsHome.start(folder, TlsHome.certificate("unused"), certificates())) {
            Testssl.Look integrations = testssl.get().begin(home.http(), authority, folder);
            Testssl.Look management = testssl.get().begin(home.management(), authority, folder);

            assertThat(integrations.findings())
                    .as("the integrations' port, RSA")
                    .satisfies(TestsslIT::isComplete)
                    .filteredOn(TestsslIT::isBad)
                    .isEmpty();
            assertThat(management.findings())
                    .as("the management port, EC")
                    .satisfies(TestsslIT::isComplete)
                    .filteredOn(TestsslIT::isBad)
                    .isEmpty();
        }
    }

    private static Map<String, String> certificates() {
        return Map.of(
                "serai.http.tls.certificate", MADE.resolve("rsa.pem").toString(),
                "serai.http.tls.key", MADE.resolve("rsa.pkcs1.key").toString(),
                "serai.management.tls.certificate", MADE.resolve("ec.pem").toString(),
                "serai.management.tls.key", MADE.resolve("ec.key").toString());
    }

    /** Protocols and renegotiation were looked at: a look that broke off finds nothing, too. */
    private static void isComplete(List<? extends Finding> findings) {
        assertThat(findings)
                .extracting(Finding::id)
                .contains(
                        "SSLv3", "TLS1", "TLS1_1", "TLS1_2", "TLS1_3", "heartbleed", "secure_client_renego", "LUCKY13");
    }

    private static boolean isBad(Finding finding) {
        return !FINE.contains(finding.severity()) && !ALLOWED.containsKey(finding.id());
    }
}
