package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A process under measurement, Serai or a bare Camel Main, on a free port of the loopback interface; closing it ends it by its id. */
final class Subject implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("bench.root"));
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path home;
    private final int port;

    private Subject(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /** Starts Serai on a home that is there already. */
    static Subject serai(Path home, Map<String, String> environment) throws IOException {
        return serai(ROOT, home, environment);
    }

    /** Starts the Serai that was built in another folder. */
    static Subject serai(Path build, Path home, Map<String, String> environment) throws IOException {
        int port = freePort();
        List<String> command = List.of(
                build.resolve("serai").toString(),
                "run",
                "--home",
                home.toString(),
                "--port",
                String.valueOf(port),
                "--management-port",
                "0");
        return start(command, environment, home, port);
    }

    /** Starts a bare Camel Main, as it comes, on the routes of a home, with the jars and the virtual machine's options of Serai. */
    static Subject camel(Path home, boolean reload) throws IOException {
        return camel(home, reload, true);
    }

    /**
     * @param reload whether it follows changes of its routes
     * @param jmx whether it counts for JMX, as it does by default
     */
    static Subject camel(Path home, boolean reload, boolean jmx) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(javaOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareCamel.class.getName()));
        command.addAll(List.of(String.valueOf(port), home.resolve("routes").toString()));
        command.addAll(List.of(String.valueOf(reload), String.valueOf(jmx)));
        return start(command, Map.of(), home, port);
    }

    private static Subject start(List<String> command, Map<String, String> environment, Path home, int port)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(home.resolve("process.log").toFile());
        builder.environment().putAll(environment);
        return new Subject(builder.start(), home, port);
    }

    /** An empty home below the folder for temporary files. */
    static Path newHome() throws IOException {
        Path home = Files.createTempDirectory("serai-bench");
        Files.createDirectories(home.resolve("routes"));
        Files.createDirectories(home.resolve("config"));
        return home;
    }

    int port() {
        return port;
    }

    Path home() {
        return home;
    }

    /** Writes a route file as an editor would. */
    void save(String file, String content) throws IOException {
        Files.writeString(home.resolve("routes").resolve(file), content);
    }

    /** Waits until a path answers with this text; gives the time it took in milliseconds. */
    double awaitMillis(String path, String text) {
        long start = System.nanoTime();
        while (!text.equals(get(path))) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException(path + " never answered " + text + "\n" + log());
            }
            LockSupport.parkNanos(500_000);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** The answer's body; empty for any failure. */
    String get(String path) {
        try {
            return answer((HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection());
        } catch (IOException e) {
            return "";
        }
    }

    /** Asks the management API. */
    String post(String path) throws IOException {
        HttpURLConnection connection = management("/api/v1" + path);
        connection.setRequestMethod("POST");
        return answer(connection);
    }

    /** Reads from the management port. */
    String look(String path) throws IOException {
        return answer(management(path));
    }

    private HttpURLConnection management(String path) throws IOException {
        String runtime = Files.readString(awaitFile(home.resolve("state/runtime.json")));
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(field(runtime, "managementUrl") + path).toURL().openConnection();
        connection.setRequestProperty("Authorization", "Bearer " + field(runtime, "token"));
        return connection;
    }

    /** Serai writes it when all else is ready: the last integration may answer before. */
    private static Path awaitFile(Path file) {
        long start = System.nanoTime();
        while (!Files.exists(file) && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(5_000_000);
        }
        return file;
    }

    /** Resident memory now, in MB; {@code VmHWM} gives its peak. */
    double memory(String field) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            String line =
                    lines.filter(l -> l.startsWith(field + ":")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
    }

    /** Processor time that it has used so far, in microseconds: unlike a rate it does not tell what else the machine does. */
    double processorMicros() throws IOException {
        String line = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000.0;
    }

    String log() {
        try {
            return Files.readString(home.resolve("process.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (process.onExit().completeOnTimeout(null, 30, TimeUnit.SECONDS).join() == null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Removes a folder with everything in it, if it is there. */
    static void remove(Path home) throws IOException {
        if (Files.notExists(home)) {
            return;
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String answer(HttpURLConnection connection) throws IOException {
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(30_000);
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String field(String json, String name) {
        var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IllegalStateException("no " + name + " in state/runtime.json");
        }
        return found.group(1);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What the launcher gives {@code serai run}, without the archive, which only fits Serai's own class path. */
    private static List<String> javaOptions() {
        return Stream.of(System.getProperty("bench.options").split(" "))
                .filter(option -> !option.isBlank())
                .toList();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static String route(String path, String text) {
        return String.format(Locale.ROOT, """
                - route:
                    from:
                      uri: platform-http:%s
                      steps:
                        - setBody:
                            constant: "%s"
                """, path, text);
    }
}
