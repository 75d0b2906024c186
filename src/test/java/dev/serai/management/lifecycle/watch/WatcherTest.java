package dev.serai.management.lifecycle.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.WatchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcherTest {

    private static final String ROUTE = """
            - from:
                uri: timer:tick
                steps:
                  - log: "%s"
            """;

    @TempDir
    Path home;

    private final Told told = new Told();
    private Path routes;
    private Watcher watcher;

    @BeforeEach
    void watch() throws IOException {
        routes = Files.createDirectory(home.resolve("routes"));
        WatchSettings settings =
                new WatchSettings(true, Duration.ofMillis(80), Duration.ofMillis(600), Duration.ofMillis(300));
        watcher = new Watcher(WatchedFolder.ofRoutes(routes), settings, told, List.of());
        watcher.start();
    }

    @AfterEach
    void close() {
        watcher.close();
    }

    @Test
    void newFileIsToldOnce() throws Exception {
        write("tick.camel.yaml", "one");

        told.expect("changed tick one");
        told.staysAt("changed tick one");
    }

    @Test
    void fileThatStoodThereAtStartIsToldAtOnce() throws Exception {
        watcher.close();
        write("tick.camel.yaml", "one");
        watcher = new Watcher(
                WatchedFolder.ofRoutes(routes),
                new WatchSettings(true, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
                told,
                List.of(new Watcher.Known("left", "left.camel.yaml")));

        watcher.start();

        assertThat(told.all()).containsExactly("gone left", "changed tick one");
    }

    @Test
    void editorThatWritesABackupAndRenamesIsOneChange() throws Exception {
        write("tick.camel.yaml", "one");
        told.expect("changed tick one");

        Files.move(routes.resolve("tick.camel.yaml"), routes.resolve("tick.camel.yaml~"));
        write("tick.camel.yaml", "two");
        Files.delete(routes.resolve("tick.camel.yaml~"));
        Files.writeString(routes.resolve(".tick.camel.yaml.swp"), "swap");

        told.expect("changed tick one", "changed tick two");
        told.staysAt("changed tick one", "changed tick two");
    }

    @Test
    void slowCopyIsReadOnlyWhenItIsWhole() throws Exception {
        Path file = routes.resolve("tick.camel.yaml");
        String text = ROUTE.formatted("slow");

        Files.writeString(file, "");
        for (int i = 0; i < text.length(); i += 20) {
            Files.writeString(file, text.substring(i, Math.min(i + 20, text.length())), StandardOpenOption.APPEND);
            pause(150);
        }

        told.expectLast("changed tick slow");
        assertThat(told.all().stream().filter(one -> one.startsWith("changed")).distinct())
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void renamedFileIsGoneBeforeItsNewNameIsTold() throws Exception {
        write("tick.camel.yaml", "one");
        told.expect("changed tick one");

        Files.move(routes.resolve("tick.camel.yaml"), routes.resolve("tock.camel.yaml"));

        told.expect("changed tick one", "gone tick", "changed tock one");
    }

    @Test
    void folderIsOneIntegrationAndAllItsFilesCount() throws Exception {
        Path folder = Files.createDirectory(home.resolve("staging"));
        Files.writeString(folder.resolve("tick.camel.yaml"), ROUTE.formatted("one"));
        Files.createDirectories(folder.resolve("schemas"));
        Files.writeString(folder.resolve("schemas/order.json"), "{}");
        Files.move(folder, routes.resolve("clock"));
        told.expect("changed clock one");

        Files.writeString(routes.resolve("clock/schemas/order.json"), "{ }\n");

        told.expect("changed clock one", "changed clock one");
    }

    @Test
    void linkSwapOfAMountedConfigMapIsAChange() throws Exception {
        Path first = Files.createDirectory(routes.resolve("..2026_01"));
        Path second = Files.createDirectory(routes.resolve("..2026_02"));
        Files.writeString(first.resolve("tick.camel.yaml"), ROUTE.formatted("one"));
        Files.writeString(second.resolve("tick.camel.yaml"), ROUTE.formatted("two"));
        Files.createSymbolicLink(routes.resolve("..data"), Path.of("..2026_01"));
        Files.createSymbolicLink(routes.resolve("tick.camel.yaml"), Path.of("..data/tick.camel.yaml"));
        told.expect("changed tick one");

        Files.createSymbolicLink(routes.resolve("..data_tmp"), Path.of("..2026_02"));
        Files.move(routes.resolve("..data_tmp"), routes.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

        told.expect("changed tick one", "changed tick two");
    }

    @Test
    void aFileThatWasEmptyForAMomentAndIsNoRouteWasNeverThere() throws Exception {
        WatchSettings patient =
                new WatchSettings(true, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));
        FolderState folder = new FolderState(WatchedFolder.ofRoutes(routes), patient, told, List.of());
        Path contract = Files.createFile(routes.resolve("petstore.yaml"));
        folder.scan(false);
        Files.writeString(contract, "openapi: 3.1.0\ninfo: {}\n");

        folder.scan(true);

        assertThat(told.all()).isEmpty();
    }

    @Test
    void whatIsNoRouteIsLeftAlone() throws Exception {
        Files.writeString(routes.resolve("README.md"), "# hello\n");
        Files.writeString(routes.resolve("sample.json"), "{}\n");
        Files.writeString(routes.resolve("petstore.yaml"), "openapi: 3.1.0\ninfo: {}\n");
        Files.writeString(routes.resolve("pom.xml"), "<project/>\n");
        Files.createDirectories(routes.resolve("docs"));
        Files.writeString(routes.resolve("docs/notes.txt"), "notes\n");

        write("tick.camel.yaml", "one");

        told.expect("changed tick one");
        told.staysAt("changed tick one");
    }

    @Test
    void twoFilesOfOneNameAreToldWithBothPlaces() throws Exception {
        write("tick.camel.yaml", "one");
        told.expect("changed tick one");

        Files.writeString(routes.resolve("tick.camel.xml"), "<routes/>\n");

        told.expectLast("unusable tick: the name tick is claimed by routes/tick.camel.xml and routes/tick.camel.yaml");
    }

    @Test
    void unlistableFolderEndsNothing() throws Exception {
        write("tick.camel.yaml", "one");
        told.expect("changed tick one");

        Files.move(routes, home.resolve("away"));

        told.staysAt("changed tick one");
    }

    @Test
    void deletedFileIsGone() throws Exception {
        write("tick.camel.yaml", "one");
        told.expect("changed tick one");

        Files.delete(routes.resolve("tick.camel.yaml"));

        told.expect("changed tick one", "gone tick");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(routes.resolve(file), ROUTE.formatted(text));
    }

    private static void pause(long millis) {
        await().pollDelay(millis, TimeUnit.MILLISECONDS).until(() -> true);
    }

    private static final class Told implements Changes {
        private final List<String> all = new CopyOnWriteArrayList<>();

        List<String> all() {
            return all;
        }

        void expect(String... entries) {
            await().atMost(5, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(all).containsExactly(entries));
        }

        void expectLast(String entry) {
            await().atMost(5, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(all).last().isEqualTo(entry));
        }

        void staysAt(String... entries) {
            await().during(500, TimeUnit.MILLISECONDS)
                    .untilAsserted(() -> assertThat(all).containsExactly(entries));
        }

        @Override
        public CompletionStage<?> changed(Bundle bundle) {
            String text = bundle.text(bundle.paths().stream()
                    .filter(path -> path.endsWith(".camel.yaml"))
                    .findFirst()
                    .orElseThrow());
            String word = text.contains("log: \"") ? text.replaceAll("(?s).*log: \"(\\w*)\"?.*", "$1") : "half";
            all.add("changed " + bundle.name() + " " + word.strip());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> unusable(Bundle bundle, List<Finding> findings) {
            all.add("unusable " + bundle.name() + ": " + findings.get(0).message());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> gone(String name) {
            all.add("gone " + name);
            return CompletableFuture.completedFuture(null);
        }
    }
}
