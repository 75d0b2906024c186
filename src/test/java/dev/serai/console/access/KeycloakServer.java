package dev.serai.console.access;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;

/** A Keycloak of its own process, with the realm {@code shop}, whose key the test holds. */
final class KeycloakServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration START = Duration.ofMinutes(8);
    private static final Path UNPACKED = Path.of("target/keycloak");

    private final int port;
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();

    private KeycloakServer(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** @param folder where it writes its output */
    static KeycloakServer start(Path folder, KeyPair key) throws IOException {
        int port = freePort();
        Path distribution = distribution();
        Path realms = distribution.resolve("data/import");
        Files.createDirectories(realms);
        Files.writeString(realms.resolve("shop.json"), realm(key));
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                distribution.resolve("bin/kc.sh").toAbsolutePath().toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port);
        builder.environment().put("JAVA_OPTS", "-Xms64m -Xmx700m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("keycloak.log").toFile())
                .start();
        return new KeycloakServer(port, process).awaited(folder);
    }

    private static Path distribution() throws IOException {
        if (!Files.isDirectory(UNPACKED)) {
            throw new IllegalStateException("there is no " + UNPACKED + "; ./mvnw verify unpacks it, and so does"
                    + " ./mvnw dependency:unpack@keycloak");
        }
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private KeycloakServer awaited(Path folder) throws IOException {
        try {
            await("Keycloak").atMost(START).pollInterval(Duration.ofMillis(250)).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(Files.readString(folder.resolve("keycloak.log")));
                }
                return answers();
            });
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/shop";
    }

    /** An access token of a user, as a program of that client gets it. */
    String accessToken(String client, String user) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=" + client + "&username=" + user + "&password=" + user + "-secret";
        HttpResponse<String> answer = this.client.send(
                HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("access_token").asText();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    private static String realm(KeyPair key) throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(KeycloakServer.class.getResourceAsStream("/oidc/shop.json"));
        ObjectNode provider = realm.putObject("components")
                .putArray("org.keycloak.keys.KeyProvider")
                .addObject()
                .put("name", "held by the test")
                .put("providerId", "rsa");
        String pem = Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded());
        ObjectNode config = provider.putObject("config");
        config.putArray("privateKey").add("-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----\n");
        config.putArray("algorithm").add("RS256");
        config.putArray("active").add("true");
        config.putArray("enabled").add("true");
        config.putArray("priority").add("200");
        return realm.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
