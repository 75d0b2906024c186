package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's own PostgreSQL with data of its own, durable as it is by default, on a free port of the loopback interface. */
final class Postgres implements AutoCloseable {

    static final String USER = "bench";
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path folder;
    private final Process process;
    private final int port;

    private Postgres(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /** Empty where there is none. */
    static Optional<Postgres> start() throws Exception {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            Optional<Path> programs = versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Path::compareTo);
            return programs.isEmpty() ? Optional.empty() : Optional.of(start(programs.get()));
        }
    }

    private static Postgres start(Path programs) throws Exception {
        Path folder = Files.createTempDirectory("serai-bench-postgres");
        int port = Subject.freePort();
        run(List.of("chmod", "777", folder.toString()), folder);
        Path data = folder.resolve("data");
        run(
                asOrdinaryUser(programs.resolve("initdb").toString(), "-D", data.toString(), "-U", USER, "-A", "trust"),
                folder);
        Process process = begin(
                asOrdinaryUser(
                        programs.resolve("postgres").toString(),
                        "-D",
                        data.toString(),
                        "-p",
                        String.valueOf(port),
                        "-h",
                        "127.0.0.1",
                        "-k",
                        folder.toString()),
                folder);
        return new Postgres(folder, process, port);
    }

    /** PostgreSQL refuses to run as root. */
    private static List<String> asOrdinaryUser(String... command) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        words.addAll(List.of(command));
        return words;
    }

    private static Process begin(List<String> command, Path folder) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static void run(List<String> command, Path folder) throws Exception {
        Process process = begin(command, folder);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(command + " failed, see " + folder.resolve("log"));
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
        Subject.remove(folder);
    }
}
