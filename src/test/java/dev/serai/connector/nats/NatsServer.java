package dev.serai.connector.nats;

import dev.serai.fixture.PemFiles;
import dev.serai.fixture.server.DebianProgram;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import dev.serai.foundation.tls.SelfSigned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A NATS server with JetStream: the one of this machine, or else Debian's, unpacked below {@code target/} without being installed. */
final class NatsServer implements AutoCloseable {

    static final String USER = "serai";
    static final String PASSWORD = "correct-horse-battery";

    private static final String CONFIGURATION = """
            listen: "127.0.0.1:%1$d"
            max_payload: 4MB
            jetstream { store_dir: "%2$s/jetstream" }
            authorization { user: "%3$s", password: "%4$s" }
            """;

    private static final String TLS = "tls { cert_file: \"%1$s/certificate.pem\", key_file: \"%1$s/key.pem\" }\n";

    private final int port = Ports.free();
    private final Path folder;
    private final ServerProcess process;

    private NatsServer(Path program, Path folder, String more) throws IOException {
        this.folder = folder;
        PemFiles.write(folder, SelfSigned.create("nats", List.of("localhost", "127.0.0.1"), Duration.ofDays(2)));
        Path file = Files.writeString(
                folder.resolve("nats.conf"), CONFIGURATION.formatted(port, folder, USER, PASSWORD) + more);
        this.process = new ServerProcess(
                ServerProcess.Command.atPort("nats", List.of(program.toString(), "-c", file.toString()), folder, port));
    }

    static NatsServer start(Path folder) throws IOException {
        return start(folder, "");
    }

    /** One that wants TLS. */
    static NatsServer startWithTls(Path folder) throws IOException {
        return start(folder, TLS.formatted(folder));
    }

    private static NatsServer start(Path folder, String more) throws IOException {
        NatsServer server = new NatsServer(program(), folder, more);
        server.restart();
        return server;
    }

    private static Path program() throws IOException {
        return installedOrUnpacked()
                .orElseThrow(() -> new IOException("there is no nats-server; install it, or let apt-get download it"));
    }

    /** Whether this machine has one, or can have one; what needs it is otherwise to be listed as not run. */
    static boolean isThere() {
        return installedOrUnpacked().isPresent();
    }

    private static Optional<Path> installedOrUnpacked() {
        return DebianProgram.find("nats-server", List.of("nats-server"));
    }

    void kill() {
        process.kill();
    }

    void restart() {
        process.start();
    }

    int port() {
        return port;
    }

    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** What a connection to it says. */
    Map<String, String> parameters() {
        return Map.of(
                "servers", "nats://127.0.0.1:" + port,
                "user", USER,
                "password", PASSWORD);
    }

    @Override
    public void close() {
        process.close();
    }
}
