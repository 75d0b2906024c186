package dev.serai.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.cli.Diagnosis;
import dev.serai.cli.Diagnosis.Grade;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.cloud.connection.ConnectorCatalog;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.PemFiles;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.tls.SelfSigned;
import dev.serai.foundation.tls.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serai doctor} says of certificates. The self-signed ones of this test are valid for 90 days from now. */
class DoctorCertificatesTest {

    private static final Path KEYS = Path.of("src/test/resources/tls").toAbsolutePath();
    private static final Duration LIFE = Duration.ofDays(90);

    @TempDir
    private Path home;

    @BeforeEach
    void connectors() throws IOException {
        Files.createDirectories(home.resolve("config/connections"));
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
    }

    @Test
    void aPortWithoutTlsHasNothingToLookAt() {
        assertThat(ports(Instant.now())).isEmpty();
    }

    @Test
    void aGoodCertificateIsNamedWithItsEnd() throws IOException {
        own("localhost", "127.0.0.1");

        assertThat(ports(Instant.now(), both())).singleElement().satisfies(one -> {
            assertThat(one.grade()).isEqualTo(Grade.OK);
            assertThat(one.subject()).isEqualTo("serai.http certificate");
            assertThat(one.message()).matches("CN=serai, valid until \\d{4}-\\d\\d-\\d\\d");
        });
    }

    @Test
    void aCertificateThatEndsWithinThirtyDaysIsAWarning() throws IOException {
        own("localhost");

        assertThat(ports(Instant.now().plus(Duration.ofDays(75)), both()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.grade()).isEqualTo(Grade.WARNING);
                    assertThat(one.message()).matches("CN=serai expires in 14 days, on \\d{4}-\\d\\d-\\d\\d");
                    assertThat(one.hint()).isEqualTo("renew it; new files are taken without a restart");
                });
    }

    @Test
    void anExpiredCertificateIsAnError() throws IOException {
        Files.copy(KEYS.resolve("expired.pem"), home.resolve("certificate.pem"));
        Files.copy(KEYS.resolve("ec.key"), home.resolve("key.pem"));

        assertThat(ports(Instant.now(), both())).first().satisfies(one -> {
            assertThat(one.grade()).isEqualTo(Grade.ERROR);
            assertThat(one.message()).isEqualTo("CN=localhost expired on 2021-01-01");
        });
    }

    @Test
    void aCertificateThatIsNotValidYetIsAnError() throws IOException {
        own("localhost");

        assertThat(ports(Instant.now().minus(LIFE), both())).singleElement().satisfies(one -> {
            assertThat(one.grade()).isEqualTo(Grade.ERROR);
            assertThat(one.message()).startsWith("CN=serai is not valid before ");
            assertThat(one.hint()).startsWith("look at this machine's clock");
        });
    }

    @Test
    void aCertificateWithoutTheNameOfItsPortIsAWarning() throws IOException {
        own("gate.example.com", "10.0.0.7");

        String[] elsewhere = {"serai.http.host", "orders.example.com", "serai.http.tls.certificate", "certificate.pem"};
        assertThat(ports(Instant.now(), with(elsewhere, "serai.http.tls.key", "key.pem")))
                .last()
                .satisfies(one -> {
                    assertThat(one.grade()).isEqualTo(Grade.WARNING);
                    assertThat(one.message())
                            .isEqualTo("it is for gate.example.com, 10.0.0.7, not for orders.example.com");
                    assertThat(one.hint()).startsWith("issue it with subjectAltName");
                });
    }

    @Test
    void aCertificateThatNamesNoHostIsAWarning() throws IOException {
        own();

        assertThat(ports(Instant.now(), both()))
                .last()
                .isEqualTo(new Diagnosis(
                        "serai.http certificate",
                        Grade.WARNING,
                        "it names no host, and clients look at no other name",
                        "issue it with subjectAltName, for each name that clients call this port by"));
    }

    @Test
    void filesThatCannotBeTakenAreErrorsAtTheirKey() throws IOException {
        own("localhost");
        Files.copy(KEYS.resolve("ec.key"), home.resolve("other.key"));

        assertThat(ports(Instant.now(), "serai.http.tls.certificate", "none.pem", "serai.http.tls.key", "key.pem"))
                .singleElement()
                .satisfies(one -> assertThat(one.message())
                        .contains("key \"serai.http.tls.certificate\": there is no file " + home.resolve("none.pem")));
        assertThat(ports(
                        Instant.now(),
                        "serai.http.tls.certificate",
                        "certificate.pem",
                        "serai.http.tls.key",
                        "other.key"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.grade()).isEqualTo(Grade.ERROR);
                    assertThat(one.message())
                            .contains("other.key holds no key that belongs to the certificate CN=serai");
                    assertThat(one.hint()).isEqualTo("name the key that the certificate was made with");
                });
    }

    @Test
    void anAuthorityOfClientsThatEndsSoonIsAWarning() throws IOException {
        own("localhost");
        Files.writeString(
                home.resolve("partners.pem"),
                PemFiles.certificate(SelfSigned.create("partners", List.of(), Duration.ofDays(10))));

        String[] asking = {"serai.http.tls.client-auth", "need", "serai.http.tls.client-ca", "partners.pem"};
        assertThat(ports(Instant.now(), with(asking, both()))).last().satisfies(one -> {
            assertThat(one.subject()).isEqualTo("serai.http authority");
            assertThat(one.message()).startsWith("CN=partners expires in 9 days");
        });
    }

    @Test
    void rolesOfCertificatesThatNobodyIsAskedForAreAnError() {
        assertThat(ports(Instant.now(), "serai.management.client-roles", "CN=prometheus=viewer"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.grade()).isEqualTo(Grade.ERROR);
                    assertThat(one.message())
                            .endsWith(
                                    "key \"serai.management.client-roles\": gives roles to certificates, while clients"
                                            + " are not asked for one");
                    assertThat(one.hint())
                            .isEqualTo("set serai.management.tls.client-auth to want or need, or remove it");
                });
    }

    @Test
    void theCommandTellsBothPortsAndConnectionsAndFails() throws IOException {
        own("localhost");
        Files.copy(KEYS.resolve("expired.pem"), home.resolve("old.pem"));
        Files.writeString(home.resolve("config/application.properties"), """
                serai.http.tls.certificate=certificate.pem
                serai.http.tls.key=key.pem
                serai.management.tls.certificate=old.pem
                serai.management.tls.key=%s
                """.formatted(KEYS.resolve("ec.key")));
        connection("ca-file: KEYS/ca.pem");

        CommandRun doctor = CommandRun.of(home, "doctor");

        assertThat(doctor.code()).isEqualTo(1);
        assertThat(doctor.out())
                .containsPattern("ok +serai.http certificate +CN=serai, valid until")
                .containsPattern("ERROR +serai.management certificate +CN=localhost expired on 2021-01-01; renew it")
                .containsPattern("ok +connection gate +CN=Test authority, valid until");
    }

    @Test
    void filesOfAConnectionAreLookedAt() throws IOException {
        own();
        connection("certificate-file: CERT/certificate.pem, key-file: CERT/key.pem, ca-file: KEYS/ca.pem");

        assertThat(connections())
                .extracting(Diagnosis::subject, Diagnosis::grade)
                .hasSize(2)
                .allMatch(one -> one.toList().equals(List.of("connection gate", Grade.OK)));
    }

    @Test
    void aKeyOfAnotherCertificateAMissingFileAndOneWithoutPemAreErrors() throws IOException {
        own();
        Files.writeString(home.resolve("empty.pem"), "nothing");

        connection("certificate-file: CERT/certificate.pem, key-file: KEYS/ec.key");
        assertThat(connections())
                .first()
                .isEqualTo(new Diagnosis(
                        "connection gate",
                        Grade.ERROR,
                        KEYS + "/ec.key holds no unencrypted private key of the certificate that is shown",
                        "name the key that the certificate was made with"));
        connection("ca-file: CERT/none.pem");
        assertThat(connections()).singleElement().satisfies(one -> {
            assertThat(one.message()).startsWith("ca-file: " + home.resolve("none.pem") + " cannot be read as PEM");
            assertThat(one.hint()).isEqualTo("correct it in config/connections/gate.yaml");
        });
        connection("ca-file: CERT/empty.pem");
        assertThat(connections()).singleElement().satisfies(one -> assertThat(one.message())
                .contains("empty.pem holds neither a certificate nor a key"));
    }

    @Test
    void oneExpiredAuthorityOfSeveralIsAWarningAndTheOnlyOneAnError() throws IOException {
        String expired = Files.readString(KEYS.resolve("expired.pem"));
        Files.writeString(home.resolve("ca.pem"), expired);
        connection("ca-file: CERT/ca.pem");

        assertThat(connections()).extracting(Diagnosis::grade).containsExactly(Grade.ERROR);

        Files.writeString(home.resolve("ca.pem"), expired + Files.readString(KEYS.resolve("ca.pem")));
        assertThat(connections()).singleElement().satisfies(one -> {
            assertThat(one.grade()).isEqualTo(Grade.WARNING);
            assertThat(one.message()).isEqualTo("CN=localhost expired on 2021-01-01");
            assertThat(one.hint()).isEqualTo("replace it in " + home.resolve("ca.pem"));
        });
    }

    /** The doctor knows them by how they are described. */
    @Test
    void everyParameterOfAConnectorThatNamesCertificatesIsKnown() {
        try (Connections none = Connections.load(configuration())) {
            assertThat(new ConnectorCatalog(home.resolve("connectors"), none.packs()).all())
                    .isNotEmpty()
                    .flatExtracting(sheet -> sheet.parameters())
                    .filteredOn(field -> field.name().matches("ca-file|certificate-file|key-file|client-certificate"))
                    .isNotEmpty()
                    .allMatch(field -> field.description().startsWith("PEM file"));
        }
    }

    private void own(String... hosts) throws IOException {
        TlsIdentity identity = SelfSigned.create("serai", List.of(hosts), LIFE);
        PemFiles.write(home, identity);
    }

    private void connection(String parameters) throws IOException {
        String files = parameters.replace("CERT", home.toString()).replace("KEYS", KEYS.toString());
        Files.writeString(
                home.resolve("config/connections/gate.yaml"),
                "connector: nats\nparameters: {servers: 'nats://127.0.0.1:4222', " + files + "}\n");
    }

    private static String[] both() {
        return new String[] {"serai.http.tls.certificate", "certificate.pem", "serai.http.tls.key", "key.pem"};
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private Configuration configuration(String... settings) {
        Map<String, String> sets = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            sets.put(settings[i], settings[i + 1]);
        }
        return Configuration.load(home, "", Map.of(), new Properties(), sets);
    }

    private List<Diagnosis> ports(Instant now, String... settings) {
        Configuration configuration = configuration(settings);
        return new PortCertificates(new Validity(now)).of(Tls.read(configuration), configuration.settings());
    }

    private List<Diagnosis> connections() {
        Configuration configuration = configuration();
        try (Connections connections = Connections.load(configuration)) {
            return connections.all().stream()
                    .flatMap(one -> new ConnectionCertificates(new Validity(Instant.now()), one)
                            .look(configuration::resolve).stream())
                    .toList();
        }
    }
}
