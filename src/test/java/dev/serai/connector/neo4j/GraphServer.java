package dev.serai.connector.neo4j;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.ProcessSystem;
import dev.serai.connector.ServedContents;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Jdk;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server of the community edition that asks who one is. Channels are labels of nodes, with a key each: without one every merge looks at all nodes of its label. */
final class GraphServer extends ProcessSystem {

    /** Neo4j runs on 21 and newer. */
    static final Optional<Jdk> JDK = Jdk.atLeast(21);

    static final String PASSWORD = "correct-horse-battery";
    private static final Path PROGRAM = Path.of("src/test/servers/neo4j/GraphMain.java");

    private final int http = Ports.free();

    GraphServer() {
        super("neo4j");
    }

    @Override
    protected ServerProcess.Command command(Path folder) {
        return JavaServer.named("neo4j")
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
                        String.valueOf(port()),
                        String.valueOf(http),
                        PASSWORD,
                        String.join(",", ConnectorContract.CHANNELS));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("url", "bolt://127.0.0.1:" + port(), "user", "neo4j", "password", PASSWORD, "timeout", "2000");
    }

    /** A connection's file that works. */
    String connection() {
        return """
                connector: neo4j
                parameters:
                  url: bolt://127.0.0.1:%d
                  user: neo4j
                  password: "{{file:password}}"
                """.formatted(port());
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
        return ServedContents.of(channel, http);
    }
}
