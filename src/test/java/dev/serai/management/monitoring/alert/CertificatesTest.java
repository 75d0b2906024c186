package dev.serai.management.monitoring.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.PemFiles;
import dev.serai.foundation.settings.ClientAuth;
import dev.serai.foundation.settings.PortTls;
import dev.serai.foundation.settings.Secret;
import dev.serai.foundation.settings.TlsSettings;
import dev.serai.foundation.tls.SelfSigned;
import dev.serai.foundation.tls.ServerTls;
import dev.serai.management.monitoring.alert.Alert.Severity;
import dev.serai.management.monitoring.health.Health;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    @TempDir
    Path home;

    @Test
    void aCertificateThatEndsSoonIsToldWithItsPort() throws Exception {
        assertThat(alerts(Duration.ofDays(10))).singleElement().satisfies(alert -> {
            assertThat(alert.id()).isEqualTo("certificate-ends:serai.http");
            assertThat(alert.severity()).isEqualTo(Severity.warning);
            assertThat(alert.hint()).contains("without a restart");
        });
    }

    @Test
    void oneThatLastsIsNotTold() throws Exception {
        assertThat(alerts(Duration.ofDays(90))).isEmpty();
    }

    private List<Alert> alerts(Duration validity) throws Exception {
        PemFiles.write(home, SelfSigned.create("port", List.of("localhost"), validity));
        ServerTls port = ServerTls.read(home, settings(), List.of());
        return Alerts.standard(Duration.ofMinutes(5), Map::of, List.of(port))
                .look(new Situation(List.of(), List.of(), new Health(Instant.now(), true, true, List.of()), List.of()));
    }

    private static PortTls settings() {
        return new PortTls(
                TlsSettings.HTTP, "certificate.pem", "key.pem", Secret.NONE, "", Secret.NONE, ClientAuth.NONE, "");
    }
}
