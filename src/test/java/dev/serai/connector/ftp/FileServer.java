package dev.serai.connector.ftp;

import dev.serai.connector.Point;
import dev.serai.connector.SystemUnderTest;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server of files in a process of its own. */
abstract class FileServer implements SystemUnderTest {

    static final String USER = "ada";
    static final String PASSWORD = "correct-horse-battery";

    private final String server;
    private final int port = Ports.free();
    private Path folder = Path.of("");
    private ServerProcess process = new ServerProcess(ServerProcess.Command.atPort("none", List.of(), folder, port));

    /** @param server name of its folder in src/test/servers/ */
    FileServer(String server) {
        this.server = server;
    }

    @Override
    public void start(Path place) throws Exception {
        folder = place;
        Files.createDirectories(files());
        prepare();
        process.close();
        process = new ServerProcess(JavaServer.named(server).command(folder, port, main(), arguments()));
        process.start();
    }

    /** What must be there before the server starts. */
    abstract void prepare() throws Exception;

    abstract String[] arguments();

    private String main() throws Exception {
        try (var sources = Files.list(Path.of("src/test/servers", server))) {
            return sources.filter(file -> file.toString().endsWith("Main.java"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .toString();
        }
    }

    Path folder() {
        return folder;
    }

    /** Where its files lie. */
    Path files() {
        return folder.resolve("files");
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void restart() {
        process.start();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-horse");
    }

    @Override
    public String sink(String channel) {
        return channel + "?allowNullBody=true";
    }

    @Override
    public String source(String channel) {
        return channel + "?delete=true&initialDelay=0&delay=100";
    }

    /** A file's name ends with a hexadecimal digit: each reader takes a quarter of them. */
    @Override
    public List<String> sources(String channel) {
        return Stream.of("[0-3]", "[4-7]", "[89AB]", "[C-F]")
                .map(last -> source(channel) + "&include=.*" + last)
                .toList();
    }

    @Override
    public Map<Point, String> limits() {
        return Map.of(Point.HEADERS, "a file has a name and no headers");
    }

    @Override
    public void close() {
        process.close();
    }
}
