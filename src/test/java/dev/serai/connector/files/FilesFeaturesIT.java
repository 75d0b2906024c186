package dev.serai.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.connector.ConnectedHome;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files in folders: names that lead nowhere else, character sets, what is large, and what is read once. */
@Timeout(120)
class FilesFeaturesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Charset LATIN = Charset.forName("ISO-8859-15");
    private static final int LINES = 500;
    private static final String LINE = "0123456789".repeat(10_000);

    /** The folder and the name come with the request, as a careless route would have them. */
    private static final String ROUTES = """
            - route:
                id: write
                errorHandler: {noErrorHandler: {}}
                from:
                  uri: platform-http:/write/{way}/{folder}
                  steps:
                    - setHeader: {name: CamelFileName, simple: "${header.name}"}
                    - toD: "${header.way}:${header.folder}"
                    - setBody: {constant: written}
            - route:
                id: latin
                from:
                  uri: latin:letters?delete=true&initialDelay=0&delay=100
                  steps:
                    - convertBodyTo: {type: String}
                    - to: "file:{{serai.home}}/received?charset=UTF-8"
            - route:
                id: copy
                from:
                  uri: drive:large?move=.read/${file:name}&initialDelay=0&delay=100
                  steps:
                    - to: drive:copied
                    - split:
                        tokenize: "\\n"
                        streaming: true
                        steps:
                          - setBody: {simple: {expression: "${body.length}\\n", trim: false}}
                          - to: "file:{{serai.home}}/received?fileName=lengths.txt&fileExist=Append"
            """;

    private static final String ONCE = """
            - route:
                id: once
                from:
                  uri: drive:kept?noop=true&idempotentRepository=#seen-db.idempotent.kept&initialDelay=0&delay=100
                  steps:
                    - setBody: {simple: {expression: "${header.CamelFileName}\\n", trim: false}}
                    - to: "file:{{serai.home}}/received?fileName=once.txt&fileExist=Append"
            """;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static ConnectedHome home;
    private static Path drive;
    private static LiveSerai serai;

    @BeforeAll
    static void start() throws Exception {
        drive = Files.createDirectories(folder.resolve("drive"));
        home = ConnectedHome.in(folder.resolve("home"))
                .with("config/connections/seen-db.yaml", "connector: h2\n")
                .with("config/connections/drive.yaml", "connector: files\nparameters:\n  folder: \"" + drive + "\"\n")
                .with(
                        "config/connections/latin.yaml",
                        "connector: files\nparameters:\n  charset: ISO-8859-15\n  folder: \"" + drive + "\"\n");
        serai = LiveSerai.start(home.path(), Map.of("serai.retry.attempts", "0"));
        accepted("files.camel.yaml", ROUTES);
        accepted("once.camel.yaml", ONCE);
    }

    private static void accepted(String file, String routes) {
        JsonNode receipt = door().saved(file, routes);
        assertThat(receipt.path("accepted").asBoolean()).as("%s", receipt).isTrue();
    }

    private static RunningSerai door() {
        return serai.door();
    }

    @AfterAll
    static void stop() {
        if (serai != null) {
            serai.close();
        }
    }

    private static String post(String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(door().httpUrl() + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer to " + request, e);
        }
    }

    private static Path received(String name) {
        return home.path().resolve("received").resolve(name);
    }

    @Test
    void aNameFromAMessageLeadsNowhereElse() throws IOException {
        assertThat(post("/write/drive/in?name=deep%2Fer.txt", "in")).isEqualTo("200 written");
        assertThat(drive.resolve("in/deep/er.txt")).hasContent("in");

        assertThat(post("/write/drive/in?name=..%2F..%2Fescaped.txt", "out")).startsWith("500");
        assertThat(post("/write/drive/in?name=%2Ftmp%2F..%2F..%2Fescaped.txt", "out"))
                .startsWith("500");
        assertThat(post("/write/drive/..%2F..?name=escaped.txt", "out")).startsWith("500");
        assertThat(post("/write/drive/%252e%252e?name=escaped.txt", "out")).doesNotContain("escaped");

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.endsWith("escaped.txt")))
                    .allSatisfy(file -> assertThat(file).startsWith(drive.resolve("%2e%2e")));
        }
    }

    @Test
    void textIsInTheConnectionsCharacterSet() throws IOException {
        assertThat(post("/write/latin/out?name=letter.txt", "Grüße für 5 €")).isEqualTo("200 written");
        assertThat(drive.resolve("out/letter.txt")).hasBinaryContent("Grüße für 5 €".getBytes(LATIN));

        Path whole = Files.copy(drive.resolve("out/letter.txt"), drive.resolve("letters/.letter.txt"));
        Files.move(whole, drive.resolve("letters/letter.txt"));

        await().atMost(PATIENCE).until(() -> Files.exists(received("letter.txt")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received("letter.txt")).hasContent("Grüße für 5 €"));
    }

    @Test
    void largeFilesAreCopiedAndReadLineByLine() throws IOException {
        Path large = Files.writeString(folder.resolve("large.txt"), (LINE + "\n").repeat(LINES));
        long size = Files.size(large);
        Files.move(large, drive.resolve("large/large.txt"));

        await().atMost(PATIENCE).until(() -> Files.exists(drive.resolve("large/.read/large.txt")));

        assertThat(size).isGreaterThan(50_000_000);
        assertThat(Files.mismatch(drive.resolve("large/.read/large.txt"), drive.resolve("copied/large.txt")))
                .isEqualTo(-1);
        assertThat(home.received("lengths.txt")).hasSize(LINES).containsOnly(String.valueOf(LINE.length()));
    }

    @Test
    void whatStaysIsReadOnceAlsoAfterARestart() throws IOException {
        Files.writeString(drive.resolve("kept/monday.txt"), "monday");
        await().atMost(PATIENCE).until(() -> home.received("once.txt").equals(List.of("monday.txt")));

        serai.close();
        serai = LiveSerai.start(home.path(), Map.of("serai.retry.attempts", "0"));
        Files.writeString(drive.resolve("kept/tuesday.txt"), "tuesday");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(home.received("once.txt"))
                .containsExactly("monday.txt", "tuesday.txt"));
        assertThat(drive.resolve("kept/monday.txt")).exists();
    }
}
