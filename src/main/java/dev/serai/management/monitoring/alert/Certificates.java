package dev.serai.management.monitoring.alert;

import dev.serai.foundation.tls.ServerTls;
import dev.serai.management.monitoring.alert.Alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A port's certificate ends soon, or its files cannot be taken. */
final class Certificates implements AlertSource {

    private static final Duration SOON = Duration.ofDays(30);

    private final List<ServerTls> ports;

    Certificates(List<ServerTls> ports) {
        this.ports = List.copyOf(ports);
    }

    @Override
    public Stream<Condition> look(Situation situation) {
        return ports.stream().flatMap(port -> Stream.concat(broken(port).stream(), ending(port).stream()));
    }

    private static Optional<Condition> broken(ServerTls port) {
        return port.problem()
                .map(problem -> condition(
                        Severity.warning, "certificate-refused", port, "the new files are not taken: " + problem));
    }

    private static Optional<Condition> ending(ServerTls port) {
        Instant end = port.identity().certificate().getNotAfter().toInstant();
        Instant now = Instant.now();
        if (end.isAfter(now.plus(SOON))) {
            return Optional.empty();
        }
        Severity severity = end.isAfter(now) ? Severity.warning : Severity.critical;
        return Optional.of(condition(severity, "certificate-ends", port, "the certificate ends at " + end));
    }

    private static Condition condition(Severity severity, String kind, ServerTls port, String message) {
        return new Condition(
                severity,
                kind,
                port.port(),
                null,
                null,
                port.port() + ": " + message,
                "put a new certificate and its key in place; they are taken without a restart");
    }
}
