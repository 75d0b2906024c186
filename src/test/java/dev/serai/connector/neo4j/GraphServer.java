package dev.serai.connector.neo4j;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Jdk;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A server of the community edition that asks who one is. Channels are labels of nodes, with a key each: without one every merge looks at all nodes of its label. */
final class GraphServer implements SystemUnderTest {

    /** Neo4j runs on 21 and newer. */
    static final Optional<Jdk> JDK = Jdk.atLeast(21);

    static final String PASSWORD = "correct-horse-battery";
    private static final Path PROGRAM = Path.of("src/test/servers/neo4j/GraphMain.java");

    private final int port = Ports.free();
    private final int http = Ports.free();
    private Optional<ServerProcess> process = Optional.empty();

    @Override
    public String connector() {
        return "neo4j";
    }

    @Override
    public void start(Path folder) {
        process = Optional.of(new ServerProcess(JavaServer.named("neo4j")
                        .on(JDK.orElseThrow())
                        .options(
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UnlockDiagnosticVMOptions",
                                "-XX:-BytecodeVerificationRemote",
                                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                                "--add-opens=java.base/java.io=ALL-UNNAMED",
                                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                                "--add-modules=jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED")
                        .command(
                                folder,
                                http,
                                PROGRAM.toAbsolutePath().toString(),
                                folder.toString(),
                                String.valueOf(port),
                                String.valueOf(http),
                                PASSWORD,
                                String.join(",", ConnectorContract.CHANNELS)))
                .start());
    }

    @Override
    public void kill() {
        process.orElseThrow().kill();
    }

    @Override
    public void restart() {
        process.orElseThrow().start();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("url", "bolt://127.0.0.1:" + port, "user", "neo4j", "password", PASSWORD, "timeout", "2000");
    }

    /** A connection's file that works. */
    String connection() {
        return """
                connector: neo4j
                parameters:
                  url: bolt://127.0.0.1:%d
                  user: neo4j
                  password: "{{file:password}}"
                """.formatted(port);
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-horse");
    }

    @Override
    public String saysWrongCredentials() {
        return "unauthorized due to authentication failure";
    }

    @Override
    public Map<String, String> unreachable(int closed) {
        return Map.of("url", "bolt://127.0.0.1:" + closed);
    }

    @Override
    public String saysUnreachable(int closed) {
        return "Unable to connect to 127.0.0.1:" + closed;
    }

    @Override
    public String send(String connection, String channel) {
        return """
                - setBody:
                    groovy: "[id: UUID.randomUUID().toString(), body: body ?: new byte[0], note: headers.ContractText]"
                - to: "%s:neo4j?query=merge (n:%s {id: $id}) set n.body = $body, n.note = $note"
                """.formatted(connection, channel);
    }

    @Override
    public String source(String channel) {
        throw new UnsupportedOperationException("Neo4j is a sink");
    }

    @Override
    public List<String> contents(String channel) throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/" + channel))
                .build();
        Stream<String> lines =
                HttpClient.newHttpClient().send(asked, BodyHandlers.ofLines()).body();
        return lines.map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        process.ifPresent(ServerProcess::close);
    }
}
