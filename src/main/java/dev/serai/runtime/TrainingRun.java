package dev.serai.runtime;

import dev.serai.cli.Cli;
import dev.serai.cli.Workbench;
import dev.serai.console.RuntimeFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * A short life of Serai on a temporary home, from which the virtual machine writes the archive that makes later starts fast: it starts, deploys,
 * answers, refuses, rolls back and stops. The launcher runs it once for each JDK; it ends by itself, with 0 when everything went as it should.
 */
public final class TrainingRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REQUESTS = 300;
    private static final String FOLDER = "/dev/serai/runtime/training/";
    private static final String ORDER =
            "{\"kind\": \"order\", \"customer\": \"Ada\", \"items\": [{\"qty\": 2}, {\"qty\": 3}]}";

    private final Path home;
    private final PrintWriter out =
            new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private TrainingRun(Path home) {
        this.home = home;
    }

    public static void main(String[] args) throws Exception {
        endLateOnes();
        Path home = Files.createTempDirectory("serai-training");
        int code;
        try {
            code = new TrainingRun(home).live();
        } finally {
            remove(home);
        }
        System.exit(code);
    }

    /** Twice: on an empty state, then on what the first life left there. */
    private int live() throws Exception {
        Files.createDirectories(home.resolve("config"));
        save("greet.camel.yaml", text("greet.camel.yaml").replace("GREETING", "Hello"));
        save("plain.camel.xml", text("plain.camel.xml"));
        int first = live(runtime -> {
            deployAndAsk(runtime);
            refuseAndTakeBack(runtime);
            commands();
        });
        return first != 0 ? first : live(runtime -> awaitAnswer(runtime, "/plain", "", "plain"));
    }

    private int live(Life life) throws Exception {
        CompletableFuture<Integer> running =
                CompletableFuture.supplyAsync(() -> serai("run", "--port", "0", "--management-port", "0"));
        RuntimeFile runtime = await("the runtime", () -> RuntimeFile.read(home.resolve("state")));
        life.live(runtime);
        request("POST", api(runtime, "/runtime/stop"), "", runtime.token());
        return running.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void deployAndAsk(RuntimeFile runtime) throws Exception {
        awaitAnswer(runtime, "/greet?name=Ada", "", "Hello Ada");
        save(
                "relay/application.properties",
                "relay.target = " + runtime.httpUrl() + "\ncamel.component.vertx-http.webClientOptions = #client\n");
        save("relay/relay.jslt", text("relay.jslt"));
        save("relay/relay.camel.yaml", text("relay.camel.yaml"));
        awaitAnswer(runtime, "/relay", ORDER, "Hello ADA");
        for (int i = 0; i < REQUESTS; i++) {
            request("GET", runtime.httpUrl() + "/greet?name=Ada", "", "");
            request("POST", runtime.httpUrl() + "/relay", ORDER, "");
        }
    }

    private void refuseAndTakeBack(RuntimeFile runtime) throws Exception {
        String route = text("greet.camel.yaml");
        save("greet.camel.yaml", route.replace("GREETING", "Goodbye"));
        awaitAnswer(runtime, "/greet?name=Ada", "", "Goodbye Ada");
        save("greet.camel.yaml", route.replace("setBody", "setBdy"));
        await("the refusal", () -> Optional.of(request("GET", api(runtime, "/integrations/greet"), "", runtime.token()))
                .filter(status -> status.contains("REFUSED")));
        serai("rollback", "greet", "1");
        awaitAnswer(runtime, "/greet?name=Ada", "", "Hello Ada");
    }

    private void commands() {
        serai("status");
        serai("status", "--output", "json");
        serai("receipt", "greet");
        serai("history", "greet");
        serai("diff", "greet", "1", "2");
        serai("logs", "greet");
        serai("validate", home.resolve("routes/relay").toString());
    }

    private int serai(String... words) {
        String[] all = Stream.concat(Stream.of(words), Stream.of("--home", home.toString()))
                .toArray(String[]::new);
        return new Cli(TrainingRun::workbench, out, out, Map.of(), Ansi.OFF).execute(all);
    }

    private static Workbench workbench() {
        return ServiceLoader.load(Workbench.class).findFirst().orElseThrow();
    }

    private void save(String path, String content) throws IOException {
        Path file = home.resolve("routes").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = TrainingRun.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("resource " + FOLDER + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String api(RuntimeFile runtime, String path) {
        return runtime.managementUrl() + "/api/v1" + path;
    }

    private static void awaitAnswer(RuntimeFile runtime, String path, String body, String expected) throws Exception {
        String method = body.isEmpty() ? "GET" : "POST";
        await(path + " to answer " + expected, () -> Optional.of(request(method, runtime.httpUrl() + path, body, ""))
                .filter(answer -> answer.contains(expected)));
    }

    private static <T> T await(String what, Callable<Optional<T>> seen) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> value = seen.call();
            if (value.isPresent()) {
                return value.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        throw new IllegalStateException("waited " + PATIENCE.toSeconds() + " s for " + what);
    }

    /** The answer's body; empty when the status is no success, as while a route is not yet there. */
    private static String request(String method, String url, String body, String token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream request = connection.getOutputStream()) {
                request.write(body.getBytes(StandardCharsets.UTF_8));
            }
        }
        if (connection.getResponseCode() >= 300) {
            return "";
        }
        try (InputStream answer = connection.getInputStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void endLateOnes() {
        Thread watchdog = new Thread(
                () -> {
                    LockSupport.parkNanos(PATIENCE.multipliedBy(3).toNanos());
                    Runtime.getRuntime().halt(1);
                },
                "training-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    private static void remove(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    private interface Life {
        void live(RuntimeFile runtime) throws Exception;
    }
}
