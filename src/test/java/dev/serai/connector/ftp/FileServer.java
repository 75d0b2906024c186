package dev.serai.connector.ftp;

import dev.serai.connector.Point;
import dev.serai.connector.ProcessSystem;
import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server of files in a process of its own. */
abstract class FileServer extends ProcessSystem {

    static final String USER = "ada";
    static final String PASSWORD = "correct-horse-battery";

    /** Where a home has the password, for {@link #connection}. */
    static final String PASSWORD_FILE = "password.txt";

    private final String server;
    private Path folder = Path.of("");

    /**
     * @param connector name of the connector's folder
     * @param server name of its own folder in src/test/servers/
     */
    FileServer(String connector, String server) {
        super(connector);
        this.server = server;
    }

    @Override
    protected final ServerProcess.Command command(Path place) throws IOException {
        folder = place;
        Files.createDirectories(files());
        prepare();
        return JavaServer.named(server).command(folder, port(), main(), arguments());
    }

    /** What must be there before the server starts. */
    abstract void prepare() throws IOException;

    abstract String[] arguments();

    private String main() throws IOException {
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
    public Map<String, String> wrongCredentials() {
        return Map.of("password", "wrong-horse");
    }

    @Override
    public String sink(String channel) {
        return channel + "?allowNullBody=true";
    }

    @Override
    public String source(String channel) {
        return channel + "?delete=true&initialDelay=0&delay=500&greedy=true";
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

    /** The file of a connection, with the password by reference. */
    static String connection(String connector, Map<String, String> parameters) {
        StringBuilder yaml = new StringBuilder("connector: " + connector + "\nparameters:\n");
        parameters.forEach((name, value) -> yaml.append("  ")
                .append(name)
                .append(": \"")
                .append(name.equals("password") ? "{{file:" + PASSWORD_FILE + "}}" : value)
                .append("\"\n"));
        return yaml.toString();
    }
}
