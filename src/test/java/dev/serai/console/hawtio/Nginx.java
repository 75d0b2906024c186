package dev.serai.console.hawtio;

import dev.serai.fixture.server.DebianProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** A real nginx before a running Serai, with the lines that the manual tells people to write. */
final class Nginx implements AutoCloseable {

    private static final Path MANUAL = Path.of("src/docs/console.md");
    private static final String BEGIN = "```nginx\n";

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Empty where there is none and none can be had; what needs it is then to be listed as not run. */
    static Optional<Path> program() {
        return DebianProgram.find("nginx", List.of("nginx"));
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param folder for all that it writes
     * @param serai the management port
     */
    static Nginx start(Path program, Path folder, URI serai) throws IOException {
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, serai));
        Path log = folder.resolve("nginx.log");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-e",
                        log.toString(),
                        "-c",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Nginx nginx = new Nginx(process, port);
        Awaitility.await("nginx, see " + log).atMost(Duration.ofSeconds(20)).until(nginx::answers);
        return nginx;
    }

    /** One process in the foreground, which ends when it is told to, and what the manual says. */
    private static String configuration(Path folder, int port, URI serai) throws IOException {
        return """
                daemon off;
                master_process off;
                pid FOLDER/nginx.pid;
                events {}
                http {
                    access_log off;
                    client_body_temp_path FOLDER/body;
                    proxy_temp_path FOLDER/proxy;
                    fastcgi_temp_path FOLDER/fastcgi;
                    uwsgi_temp_path FOLDER/uwsgi;
                    scgi_temp_path FOLDER/scgi;
                    server {
                        listen 127.0.0.1:PORT;
                MANUAL
                    }
                }
                """.replace("MANUAL", manual().replace("127.0.0.1:9876", serai.getAuthority()))
                .replace("FOLDER", folder.toString())
                .replace("PORT", String.valueOf(port));
    }

    private static String manual() throws IOException {
        String text = Files.readString(MANUAL);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        return text.substring(begin, text.indexOf("```", begin));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new AssertionError("nginx ended with " + process.exitValue(), e);
            }
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
    }
}
