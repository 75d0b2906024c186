package dev.serai.connector.mongodb;

import dev.serai.connector.Point;
import dev.serai.connector.ProcessSystem;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.ServerProcess;
import java.nio.file.Path;
import java.util.Map;

/** A server written in Java that speaks MongoDB's protocol, and has each change in its journal before it answers. Channels are collections. */
final class MongoServer extends ProcessSystem {

    static final String DATABASE = "shop";

    /** Run from its source: it is too small for a jar. */
    private static final Path PROGRAM = Path.of("src/test/servers/mongodb/Mongo.java");

    MongoServer() {
        super("mongodb");
    }

    @Override
    protected ServerProcess.Command command(Path folder) {
        return JavaServer.named("mongodb")
                .command(
                        folder,
                        port(),
                        PROGRAM.toAbsolutePath().toString(),
                        folder.resolve("journal").toString(),
                        String.valueOf(port()));
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "hosts",
                "127.0.0.1:" + port(),
                "database",
                DATABASE,
                "timeout",
                "2000",
                "claim-time",
                "20s",
                "claim-batch",
                "200");
    }

    /** A connection's file that works. */
    String connection() {
        return """
                connector: mongodb
                parameters:
                  hosts: 127.0.0.1:%d
                  database: %s
                """.formatted(port(), DATABASE);
    }

    /** It knows no users, so it refuses each that logs in. */
    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("user", "orders", "password", "wrong-horse");
    }

    @Override
    public String saysWrongCredentials() {
        return "(Authentication failed|Exception authenticating)";
    }

    @Override
    public Map<String, String> unreachable(int closed) {
        return Map.of("hosts", "127.0.0.1:" + closed);
    }

    @Override
    public String send(String connection, String channel) {
        return """
                - setBody: {groovy: "[body: body ?: new byte[0], note: headers.ContractText, amount: headers.ContractNumber]"}
                - to: %s:%s?operation=insert
                """.formatted(connection, channel);
    }

    @Override
    public String source(String channel) {
        return channel + "?cursorRegenerationDelay=50";
    }

    @Override
    public String received(String channel) {
        return """
                - setHeader: {name: ContractText, simple: "${body[note]}"}
                - setHeader: {name: ContractNumber, simple: "${body[amount]}"}
                - setBody: {simple: "${body[body].data}"}
                """;
    }

    @Override
    public Map<Point, String> limits() {
        return Map.of(
                Point.THREADS, "the driver keeps one idle thread, BufferPoolPruner, as long as the process lives");
    }
}
