package dev.serai.connector.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.Serai;
import dev.serai.connector.ConnectedHome;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.LiveSerai;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way to a folder, over FTP and over SFTP: half of one, a marker, a character set, a transfer that breaks off, and one larger than the heap. */
@Timeout(240)
class TransfersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Charset LATIN = Charset.forName("ISO-8859-15");
    private static final String LETTER = "Grüße für 5 €";
    private static final int MEGABYTE = 1_000_000;
    private static final int BROKEN = 8 * MEGABYTE;
    private static final int HUGE = 200 * MEGABYTE;
    private static final Map<String, String> SMALL_HEAP = Map.of("JAVA_TOOL_OPTIONS", "-Xmx128m");

    private static final String EACH_WAY = """
            - route:
                id: WAY-slowly
                streamCache: "false"
                from:
                  uri: platform-http:/slow/WAY
                  steps:
                    - setBody: {groovy: "new FileInputStream('HOME/WAY.feed')"}
                    - setHeader: {name: CamelFileName, constant: slow.txt}
                    - to: WAY:slow
                    - setBody: {constant: written}
            - route:
                id: WAY-marked
                from:
                  uri: WAY:marked?doneFileName=${file:name}.done&delete=true&initialDelay=0&delay=100
                  steps:
                    - to: "file:{{serai.home}}/received/WAY"
            - route:
                id: WAY-to-latin
                from:
                  uri: platform-http:/latin/WAY
                  steps:
                    - convertBodyTo: {type: String, charset: UTF-8}
                    - setHeader: {name: CamelFileName, constant: letter.txt}
                    - to: WAY:latin?charset=ISO-8859-15
                    - setBody: {constant: written}
            - route:
                id: WAY-from-latin
                from:
                  uri: WAY:letters?charset=ISO-8859-15&delete=true&initialDelay=0&delay=100
                  steps:
                    - convertBodyTo: {type: String}
                    - to: "file:{{serai.home}}/received/WAY?charset=UTF-8"
            """;

    private static final String BROKEN_OFF = """
            - route:
                id: broken-off
                from:
                  uri: snail:broken?delete=true&initialDelay=0&delay=100
                  steps:
                    - to: "file:{{serai.home}}/received"
            """;

    private static final String HUGE_ONES = """
            - route:
                id: huge
                from:
                  uri: over-sftp:huge?delete=true&initialDelay=0&delay=100
                  steps:
                    - to: over-ftp:huge
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static final FtpServer FTP = FtpServer.clear();
    private static final SshServer SSH = new SshServer();
    private static ConnectedHome home;
    private static LiveSerai serai;

    @BeforeAll
    static void start() throws Exception {
        FTP.start(Files.createDirectories(folder.resolve("ftp-server")));
        SSH.start(Files.createDirectories(folder.resolve("ssh-server")));
        home = home("home");
        serai = LiveSerai.start(home.path(), Map.of("serai.retry.attempts", "0"));
        for (String way : new String[] {"over-ftp", "over-sftp", "to-folder"}) {
            accepted(
                    way + "-ways",
                    EACH_WAY.replace("WAY", way).replace("HOME", home.path().toString()));
        }
    }

    private static ConnectedHome home(String name) throws IOException {
        Map<String, String> snail = new HashMap<>(FTP.parameters());
        snail.putAll(Map.of("user", FtpServer.SNAIL, "resume", "true"));
        return ConnectedHome.in(folder.resolve(name))
                .with(FileServer.PASSWORD_FILE, FileServer.PASSWORD)
                .with("config/connections/over-ftp.yaml", FileServer.connection("ftp", FTP.parameters()))
                .with("config/connections/over-sftp.yaml", FileServer.connection("sftp", SSH.parameters()))
                .with("config/connections/snail.yaml", FileServer.connection("ftp", snail))
                .with(
                        "config/connections/to-folder.yaml",
                        FileServer.connection("files", Map.of("folder", drive().toString())));
    }

    private static Path drive() {
        return folder.resolve("drive");
    }

    private static void accepted(String integration, String routes) {
        JsonNode receipt = serai.door().saved(integration + ".camel.yaml", routes);
        assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
    }

    @AfterAll
    static void stop() {
        if (serai != null) {
            serai.close();
        }
        FTP.close();
        SSH.close();
    }

    private static String post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(serai.door().httpUrl() + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer to " + request, e);
        }
    }

    private static Path files(String way) {
        return switch (way) {
            case "over-ftp" -> FTP.files();
            case "over-sftp" -> SSH.files();
            default -> drive();
        };
    }

    private static Path received(String file) {
        return home.path().resolve("received").resolve(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"over-ftp", "over-sftp", "to-folder"})
    void nobodySeesHalfAFile(String way) throws Exception {
        Path feed = home.path().resolve(way + ".feed");
        assertThat(new ProcessBuilder("mkfifo", feed.toString()).start().waitFor())
                .isZero();

        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> post("/slow/" + way, ""));
        Path slow = files(way).resolve("slow");
        try (OutputStream slowly = Files.newOutputStream(feed)) {
            slowly.write("first ".getBytes(LATIN));
            slowly.flush();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(slow.resolve(".slow.txt.part"))
                    .exists());
            assertThat(slow.resolve("slow.txt")).doesNotExist();
            slowly.write("second".getBytes(LATIN));
        }

        assertThat(answer.get()).isEqualTo("200 written");
        assertThat(slow.resolve("slow.txt")).hasContent("first second");
        assertThat(slow.resolve(".slow.txt.part")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"over-ftp", "over-sftp", "to-folder"})
    void aFileIsReadWhenItsMarkerIsThere(String way) throws IOException {
        Path marked = Files.createDirectories(files(way).resolve("marked"));
        Files.writeString(marked.resolve("late.txt"), "late");
        Files.writeString(marked.resolve("ready.txt"), "ready");
        Files.createFile(marked.resolve("ready.txt.done"));
        await().atMost(PATIENCE).until(() -> Files.exists(received(way + "/ready.txt")));
        assertThat(received(way + "/late.txt")).doesNotExist();
        assertThat(marked.resolve("late.txt")).exists();

        Files.createFile(marked.resolve("late.txt.done"));

        await().atMost(PATIENCE).until(() -> Files.exists(received(way + "/late.txt")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(marked).isEmptyDirectory());
    }

    @ParameterizedTest
    @ValueSource(strings = {"over-ftp", "over-sftp", "to-folder"})
    void textIsInTheEndpointsCharacterSet(String way) throws IOException {
        assertThat(post("/latin/" + way, LETTER)).isEqualTo("200 written");
        assertThat(files(way).resolve("latin/letter.txt")).hasBinaryContent(LETTER.getBytes(LATIN));

        place(files(way).resolve("letters"), "letter.txt", LETTER.getBytes(LATIN));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(received(way + "/letter.txt"))
                .hasBinaryContent(LETTER.getBytes(StandardCharsets.UTF_8)));
    }

    /** What came before the break is not asked for again: it is another thing on the server by then. */
    @Test
    void aDownloadThatBrokeOffGoesOnWhereItEnded() throws Exception {
        byte[] content = random(BROKEN);
        place(FTP.files().resolve("broken"), "long.bin", content);
        accepted("broken-off", BROKEN_OFF);
        Path piece = home.path().resolve("state/transfers/snail/broken/long.bin.inprogress");
        await().atMost(PATIENCE).until(() -> Files.exists(piece) && Files.size(piece) > MEGABYTE);

        FTP.kill();
        try (RandomAccessFile file =
                new RandomAccessFile(FTP.files().resolve("broken/long.bin").toFile(), "rw")) {
            file.write(new byte[1_000]);
        }
        FTP.restart();

        Path whole = received("long.bin");
        await().atMost(PATIENCE).until(() -> Files.exists(whole) && Files.size(whole) == BROKEN);
        assertThat(Arrays.equals(Files.readAllBytes(whole), content)).isTrue();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(FTP.files().resolve("broken")).isEmptyDirectory());
    }

    @Test
    void aFileMayBeLargerThanTheHeap() throws Exception {
        ConnectedHome small = home("small-home").with("routes/huge.camel.yaml", HUGE_ONES);
        Path huge = huge(SSH.files().resolve("huge"));
        Path original = Files.createLink(folder.resolve("original.bin"), huge);
        Path copy = FTP.files().resolve("huge/huge.bin");

        try (ChildSerai child = ChildSerai.start(small.path(), SMALL_HEAP, Serai.class)) {
            await().atMost(PATIENCE).until(() -> Files.exists(copy) && Files.notExists(huge));
            assertThat(child.output()).doesNotContain("OutOfMemoryError");
        }

        assertThat(copy).hasSize(HUGE);
        assertThat(Files.mismatch(copy, original)).isEqualTo(-1);
    }

    private static Path huge(Path place) throws IOException {
        Files.createDirectories(place);
        byte[] megabyte = random(MEGABYTE);
        Path growing = place.resolve(".huge.bin");
        try (OutputStream file = Files.newOutputStream(growing)) {
            for (int written = 0; written < HUGE; written += MEGABYTE) {
                file.write(megabyte);
            }
        }
        return Files.move(growing, place.resolve("huge.bin"));
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static void place(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path written = Files.write(folder.resolve("." + name), content);
        Files.move(written, folder.resolve(name));
    }
}
