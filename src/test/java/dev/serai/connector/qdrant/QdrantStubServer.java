package dev.serai.connector.qdrant;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.ProcessSystem;
import dev.serai.connector.ServedContents;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The stub in a process of its own, which asks for a key. Channels are collections, and bodies are Base64 in the payload of a point. */
final class QdrantStubServer extends ProcessSystem {

    static final String KEY = "correct-horse-battery";
    private static final Path PROGRAM = Path.of("src/test/servers/qdrant/QdrantStub.java");

    private final int http = Ports.free();

    QdrantStubServer() {
        super("qdrant");
    }

    @Override
    protected ServerProcess.Command command(Path folder) {
        return JavaServer.named("qdrant")
                .command(
                        folder,
                        http,
                        PROGRAM.toAbsolutePath().toString(),
                        folder.resolve("points").toString(),
                        String.valueOf(port()),
                        String.valueOf(http),
                        KEY,
                        String.join(",", ConnectorContract.CHANNELS));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("host", "127.0.0.1", "port", String.valueOf(port()), "api-key", KEY, "timeout", "3000");
    }

    /** A connection's file that works. */
    String connection() {
        return """
                connector: qdrant
                parameters:
                  host: 127.0.0.1
                  port: %d
                  api-key: "{{file:key}}"
                """.formatted(port());
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("api-key", "wrong-horse");
    }

    @Override
    public String saysWrongCredentials() {
        return "UNAUTHENTICATED";
    }

    @Override
    public String send(String connection, String channel) {
        return """
                - setBody:
                    groovy: "[id: UUID.randomUUID(), vector: [1, 0, 0], payload: [body: (body ?: new byte[0]).encodeBase64().toString()]]"
                - setHeader: {name: CamelQdrantAction, constant: UPSERT}
                - to: "%s:%s"
                """.formatted(connection, channel);
    }

    @Override
    public String source(String channel) {
        throw new UnsupportedOperationException("Qdrant is a sink");
    }

    @Override
    public List<String> contents(String channel) throws Exception {
        return ServedContents.of(channel, http);
    }
}
