package dev.serai.console.hawtio;

import dev.serai.console.RuntimeFile;
import dev.serai.fixture.server.AptLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Node, Playwright and Chromium, and the page scripts that they run. What is not there is fetched: Playwright by npm, Chromium by apt-get. */
final class Browser {

    private static final Path SCRIPTS = Path.of("src/test/browser").toAbsolutePath();
    private static final Path WORK = Path.of("target/browser").toAbsolutePath();
    private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();
    private static final long MINUTES = 5;

    private final Optional<Path> chromium;
    private final String missing;

    /** A page script and why it failed; an empty reason when it did not. */
    record Page(String name, String failure) {}

    private record Ended(int code, List<String> lines) {}

    private Browser(Optional<Path> chromium, String missing) {
        this.chromium = chromium;
        this.missing = missing;
    }

    static Browser found() throws IOException {
        if (onPath("npm").isEmpty() || onPath("node").isEmpty()) {
            return new Browser(Optional.empty(), "node and npm are not installed");
        }
        if (!installPlaywright()) {
            return new Browser(Optional.empty(), "npm ci could not install playwright-core; see target/browser");
        }
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty() && onPath("apt-get").isPresent()) {
            installChromium();
            chromium = chromium();
        }
        return new Browser(chromium, "chromium is not installed, and apt-get could not install it");
    }

    private static void installChromium() throws IOException {
        try (AptLock alone = AptLock.take()) {
            run(
                    Map.of("DEBIAN_FRONTEND", "noninteractive"),
                    "sh",
                    "-c",
                    "apt-get update && apt-get install -y --no-install-recommends chromium");
        }
    }

    boolean isThere() {
        return chromium.isPresent();
    }

    String whatIsMissing() {
        return missing;
    }

    /**
     * Runs every page script of a folder against the runtime of a home.
     *
     * @param url where the management port is to be called
     * @param password of the user admin
     * @param folder below {@code src/test/browser/}
     */
    List<Page> run(Path home, String url, String password, String folder) throws IOException {
        RuntimeFile runtime = RuntimeFile.read(home.resolve("state")).orElseThrow();
        Map<String, String> told = Map.of(
                "SERAI_URL", url,
                "SERAI_HTTP", runtime.httpUrl(),
                "SERAI_TOKEN", runtime.token(),
                "SERAI_FOLDER", home.toString(),
                "SERAI_PASSWORD", password,
                "SERAI_CHROMIUM", chromium.orElseThrow().toString(),
                "SERAI_SCREENSHOTS", SCREENSHOTS.toString());
        Ended ended = run(told, "node", "run.mjs", folder);
        List<Page> pages =
                ended.lines().stream().flatMap(line -> page(line).stream()).toList();
        if (pages.isEmpty()
                || ended.code() != 0
                        && pages.stream().allMatch(page -> page.failure().isEmpty())) {
            return List.of(new Page("the scripts could not be run", String.join("\n", ended.lines())));
        }
        return pages;
    }

    private static Optional<Page> page(String line) {
        if (line.startsWith("ok ")) {
            return Optional.of(new Page(line.split(" ", 3)[1], ""));
        }
        if (line.startsWith("not ok ")) {
            String[] parts = line.substring("not ok ".length()).split(": ", 2);
            return Optional.of(new Page(parts[0], parts[1]));
        }
        return Optional.empty();
    }

    /** The scripts are copied beside what they use, so that nothing is installed among the sources. */
    private static boolean installPlaywright() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = WORK.resolve(SCRIPTS.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.isDirectory(WORK.resolve("node_modules/playwright-core"))
                || run(Map.of(), "npm", "ci", "--no-audit", "--no-fund").code() == 0;
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> onPath(name).stream())
                .findFirst();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Ended run(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(WORK.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String> lines = new ArrayList<>(process.inputReader().lines().toList());
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                lines.add(command[0] + " did not end within " + MINUTES + " minutes");
            }
            return new Ended(process.waitFor(), lines);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
