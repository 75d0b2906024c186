package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.CommandRun;
import dev.serai.fixture.LiveSerai;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be: it says why, exits with 1, damages nothing, and the next start finds all as it was. */
@Timeout(180)
class RefusedStartIT {

    private static final String GREET = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setBody:
                      constant: "%s"
            """;

    @TempDir
    Path home;

    @BeforeEach
    void aHomeThatHasRun() throws IOException {
        Files.createDirectories(home.resolve("routes"));
        Files.writeString(home.resolve("routes/greet.camel.yaml"), GREET.formatted("hello"));
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void takenHttpPort() throws IOException {
        try (ServerSocket taken = listening()) {
            CommandRun run = start("--port", port(taken), "--management-port", "0");

            assertRefused(
                    run, "HTTP port 127.0.0.1:" + port(taken) + " cannot be opened (", "--port or serai.http.port");
        }
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void takenManagementPort() throws IOException {
        try (ServerSocket taken = listening()) {
            CommandRun run = start("--port", "0", "--management-port", port(taken));

            assertRefused(
                    run,
                    "the management port 127.0.0.1:" + port(taken) + " is taken by another process; stop that one, or "
                            + "choose another port with --management-port or serai.management.port");
        }
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void secondRuntimeOnTheHomeLeavesTheFirstAlone() throws IOException {
        try (LiveSerai first = LiveSerai.start(home);
                ChildSerai second = ChildSerai.launch(home)) {
            int code = second.exitCode();

            assertThat(second.output())
                    .contains("another Serai runs on the home of " + home.resolve("state") + " (pid "
                            + ProcessHandle.current().pid() + "); stop it first, or choose another home with --home");
            assertThat(code).isEqualTo(1);
            assertThat(first.door().get("/greet")).isEqualTo("hello");
            assertThat(first.door().status("greet").path("state").asText()).isEqualTo("LIVE");
            assertThat(CommandRun.of(home, "status").code()).isZero();
        }
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void stateThatIsAFile() throws IOException {
        Path aside = home.resolve("aside");
        Files.move(home.resolve("state"), aside);
        Files.writeString(home.resolve("state"), "not a folder");

        CommandRun run = anyPorts();

        assertRefused(run, home.resolve("state") + " is a file, expected a folder; move the file away");
        assertThat(home.resolve("state")).hasContent("not a folder");
        Files.delete(home.resolve("state"));
        Files.move(aside, home.resolve("state"));
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void stateThatCannotBeWritten() throws Exception {
        Path state = home.resolve("state");
        if (!Mount.isPossible()) {
            System.out.println("not run: start with a read-only state folder (mounting needs root)");
            return;
        }
        try (Mount readOnly = Mount.readOnly(state)) {
            CommandRun run = anyPorts();

            assertRefused(run, "state folder " + readOnly.path() + " cannot be written; give the user Serai runs as");
        }
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void storeUrlOfAnUnknownDatabase() throws IOException {
        CommandRun run = anyPorts("--set", "serai.store.url=jdbc:oracle:thin:@db");

        assertRefused(run, "serai.store.url", "jdbc:oracle:thin:@db", "jdbc:postgresql");
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void storeThatDoesNotAnswer() throws IOException {
        String port;
        try (ServerSocket free = listening()) {
            port = port(free);
        }

        CommandRun run = anyPorts("--set", "serai.store.url=jdbc:postgresql://127.0.0.1:" + port + "/serai");

        assertRefused(
                run,
                "the store jdbc:postgresql://127.0.0.1:" + port + "/serai cannot be opened: nobody answers there; "
                        + "check serai.store.url and that the database runs");
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void everyMistakeOfTheConfigurationAtOnce() throws IOException {
        Path properties = home.resolve("config/application.properties");
        Files.createDirectories(properties.resolveSibling(""));
        Files.writeString(properties, """
                serai.wach.quiet=50ms
                serai.http.port=banana
                serai.store.user={{env:SERAI_NO_SUCH_VARIABLE}}
                """);

        CommandRun run = CommandRun.of(home, "run", "--management-port", "0");

        assertRefused(
                run,
                "config/application.properties:1: ",
                "\"serai.wach.quiet\"",
                "did you mean \"serai.watch.quiet\"?",
                "config/application.properties:2: ",
                "\"banana\"",
                "config/application.properties:3: ",
                "SERAI_NO_SUCH_VARIABLE");
        Files.delete(properties);
        assertNextStartFindsAllAsItWas();
    }

    @Test
    void fullDisk() throws Exception {
        if (!Mount.isPossible()) {
            System.out.println("not run: start and deployment on a full disk (mounting needs root)");
            return;
        }
        Path small = Files.createDirectory(home.resolve("small"));
        try (Mount disk = Mount.ofSize(small, "3m")) {
            Path there = Files.createDirectory(disk.path().resolve("home"));
            Files.createDirectories(there.resolve("routes"));
            Files.writeString(there.resolve("routes/greet.camel.yaml"), GREET.formatted("hello"));
            Path filler = disk.path().resolve("filler");
            disk.fill(filler);

            CommandRun run = CommandRun.of(there, "run", "--port", "0", "--management-port", "0");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains(there.toString()).containsIgnoringCase("disk is full");
            Files.delete(filler);
            assertThat(deployOnAFullDisk(there, disk)).isEqualTo("hello");
        }
    }

    /** What the integration answers after a change that could not be stored, and after the restart that follows. */
    private static String deployOnAFullDisk(Path there, Mount disk) throws IOException {
        Path filler = disk.path().resolve("filler");
        try (LiveSerai live = LiveSerai.start(there)) {
            assertThat(live.door().get("/greet")).isEqualTo("hello");
            String large = GREET.formatted("never") + "# " + "x".repeat(200_000) + "\n";
            Path route = there.resolve("routes/greet.camel.yaml");
            Files.writeString(route, large);
            disk.fill(filler);

            var receipt = live.door().decided("greet.camel.yaml");

            assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isFalse();
            assertThat(receipt.path("findings").path(0).path("message").asText())
                    .contains("the disk is full");
            assertThat(live.door().get("/greet")).isEqualTo("hello");
            Files.delete(filler);
            live.door().saved("greet.camel.yaml", GREET.formatted("hello"));
        }
        try (LiveSerai again = LiveSerai.start(there)) {
            assertThat(again.door().status("greet").path("state").asText()).isEqualTo("LIVE");
            return again.door().get("/greet");
        }
    }

    private CommandRun anyPorts(String... more) {
        return start(Stream.concat(Stream.of("--port", "0", "--management-port", "0"), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private CommandRun start(String... options) {
        return CommandRun.of(
                home,
                Stream.concat(Stream.of("run", "--set", "serai.http.host=127.0.0.1"), Arrays.stream(options))
                        .toArray(String[]::new));
    }

    private void assertRefused(CommandRun run, String... sentences) {
        assertThat(run.err()).contains(sentences);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(Files.exists(home.resolve("state/runtime.json"))).isFalse();
    }

    private void assertNextStartFindsAllAsItWas() throws IOException {
        try (LiveSerai again = LiveSerai.start(home)) {
            assertThat(again.door().get("/greet")).isEqualTo("hello");
            assertThat(again.door().status("greet").path("state").asText()).isEqualTo("LIVE");
            assertThat(again.door().versions("greet")).containsExactly(1);
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    private static String port(ServerSocket socket) {
        return String.valueOf(socket.getLocalPort());
    }
}
