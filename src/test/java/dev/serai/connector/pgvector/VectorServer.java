package dev.serai.connector.pgvector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.serai.connector.ConnectorContract;
import dev.serai.connector.Point;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.DebianProgram;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL with pgvector, compiled for Node: one process and one session, no users. Channels are tables with a vector. */
final class VectorServer implements SystemUnderTest {

    /** The table of the features, beside those of the contract. */
    static final String ITEMS = "create table if not exists item (name text primary key, kind text, place vector(3));";

    private static final Path SOURCE = Path.of("src/test/servers/pglite");
    private static final Path WORK = Path.of("target/pglite").toAbsolutePath();

    private final int port = Ports.free();
    private final int http = Ports.free();
    private Optional<ServerProcess> process = Optional.empty();

    /** Whether this machine has Node. */
    static boolean isThere() {
        return Stream.of("node", "npm")
                .allMatch(program -> DebianProgram.installed(program).isPresent());
    }

    @Override
    public String connector() {
        return "pgvector";
    }

    /** Fetched by npm the first time, in the versions that are locked. */
    private static void fetch() throws IOException {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "package-lock.json", "server.mjs")) {
            Files.copy(SOURCE.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> words = List.of("npm", "ci", "--no-audit", "--no-fund");
        if (!Files.isDirectory(WORK.resolve("node_modules/@electric-sql/pglite-pgvector"))) {
            new ServerProcess.Command("npm", words, Map.of(), WORK, () -> true, Duration.ofMinutes(2)).run();
        }
    }

    @Override
    public void start(Path folder) throws IOException, SQLException {
        fetch();
        List<String> words = List.of(
                "node",
                WORK.resolve("server.mjs").toString(),
                folder.resolve("data").toString(),
                String.valueOf(port),
                String.valueOf(http),
                "create extension if not exists vector;" + ITEMS + tables());
        process = Optional.of(new ServerProcess(ServerProcess.Command.atPort("pglite", words, folder, http)).start());
        greet();
    }

    /** The driver has one thread for all connections of a process, which begins here and is none that Serai leaves behind. */
    private void greet() throws SQLException {
        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable", "postgres", "")
                .close();
    }

    private static String tables() {
        return ConnectorContract.CHANNELS.stream()
                .map(channel -> "create table if not exists " + channel
                        + " (id bigserial primary key, body bytea, place vector(3));")
                .collect(Collectors.joining());
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

    /** The server has one session: so has the pool. */
    @Override
    public Map<String, String> parameters() {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                String.valueOf(port),
                "database",
                "postgres",
                "user",
                "postgres",
                "ssl-mode",
                "disable",
                "pool-size",
                "1",
                "connect-timeout",
                "2000");
    }

    /** A connection's file that works. */
    String connection() {
        return """
                connector: pgvector
                parameters:
                  host: 127.0.0.1
                  port: %d
                  database: postgres
                  user: postgres
                  ssl-mode: disable
                  pool-size: 1
                """.formatted(port);
    }

    @Override
    public Map<Point, String> limits() {
        return Map.of(Point.CREDENTIALS, "the server of the tests knows no users");
    }

    @Override
    public String sink(String channel) {
        return "insert into " + channel + " (body, place) values (:#${body}, cast('[1, 0, 0]' as vector))";
    }

    @Override
    public String source(String channel) {
        throw new UnsupportedOperationException("pgvector is a sink");
    }

    @Override
    public List<String> contents(String channel) throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + "/" + channel))
                .build();
        return HttpClient.newHttpClient()
                .send(asked, BodyHandlers.ofLines())
                .body()
                .map(line -> new String(Base64.getDecoder().decode(line), UTF_8))
                .toList();
    }

    @Override
    public void close() {
        process.ifPresent(ServerProcess::close);
    }
}
