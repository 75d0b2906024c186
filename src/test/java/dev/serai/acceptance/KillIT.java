package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.fixture.ChildSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9}, also in the middle of a deployment: what was accepted runs again, what was half made does not. */
@Timeout(300)
class KillIT {

    private static final String GREET = """
            - from:
                uri: platform-http:/greet
                steps:
                  - setBody:
                      constant: "%s"
            """;
    private static final String INTAKE = """
            - from:
                uri: "file:{{serai.home}}/in?delay=20&initialDelay=0"
                steps:
                  - setBody:
                      simple: "${header.CamelFileName}"
                  - to: event:arrived
            """;
    private static final String BOOKING = """
            - from:
                uri: event:arrived
                steps:
                  - to: "file:{{serai.home}}/out?fileName=${body}.${exchangeId}"
            """;
    private static final String TICKER = """
            - from:
                uri: timer:tick?period=50
                steps:
                  - setBody:
                      constant: "tick"
                  - to: "file:{{serai.home}}/ticks?fileName=newest&fileExist=Override"
            """;
    private static final String SLOW = """
            import java.nio.file.Files;
            import java.nio.file.Path;
            import org.apache.camel.builder.RouteBuilder;

            public class Slow extends RouteBuilder {
                @Override
                public void configure() throws Exception {
                    Files.createFile(Path.of("%s"));
                    Thread.sleep(60_000);
                    from("platform-http:/slow").setBody(constant("half made"));
                }
            }
            """;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @TempDir
    Path home;

    @BeforeEach
    void folders() throws IOException {
        for (String folder : List.of("routes", "in", "out", "ticks")) {
            Files.createDirectories(home.resolve(folder));
        }
    }

    @Test
    void killedAtAnyInstantItLosesNoMessageAndNoVersion() throws Exception {
        write("intake", INTAKE);
        write("booking", BOOKING);
        write("ticker", TICKER);
        write("greet", GREET.formatted("0"));
        AtomicBoolean working = new AtomicBoolean(true);
        CompletableFuture<Set<String>> sent = CompletableFuture.supplyAsync(() -> send(working));
        try (ChildSerai first = ChildSerai.start(home)) {
            await().until(() -> first.door().versions("greet"), versions -> versions.equals(List.of(1)));
        }

        int newest = 1;
        for (int round = 1; round <= 4; round++) {
            newest = deployUntilKilled(round, newest);
        }

        working.set(false);
        Set<String> all = sent.get(10, TimeUnit.SECONDS);
        try (ChildSerai last = ChildSerai.start(home)) {
            assertNewestRuns(last.door(), newest);
            await("messages")
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(arrivals().keySet()).containsExactlyInAnyOrderElementsOf(all));
            Files.delete(home.resolve("ticks/newest"));
            await("timer").until(() -> Files.exists(home.resolve("ticks/newest")));
        }
        List<Integer> copies = new ArrayList<>(arrivals().values());
        System.out.println(all.size() + " messages, "
                + copies.stream().mapToInt(Integer::intValue).sum() + " deliveries over 9 kills");
        assertThat(copies).as("copies of one message, seed %d", seed).allMatch(count -> count <= 5);
    }

    /** Saves ever newer content while Serai starts and runs, and kills it in the middle of that. */
    private int deployUntilKilled(int round, int newest) throws Exception {
        AtomicBoolean saving = new AtomicBoolean(true);
        try (ChildSerai serai = ChildSerai.start(home)) {
            assertNewestRuns(serai.door(), newest);
            CompletableFuture<Integer> saves = CompletableFuture.supplyAsync(() -> saveOften(saving, round));
            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> serai.door().versions("greet").size() >= newest + 1);
            pause(1 + random.nextInt(400));
            serai.kill();
            saving.set(false);
            saves.get(10, TimeUnit.SECONDS);
        }
        try (ChildSerai serai = ChildSerai.start(home)) {
            int after = serai.door().versions("greet").get(0);
            assertThat(after).as("seed %d", seed).isGreaterThan(newest);
            assertNewestRuns(serai.door(), after);
            return after;
        }
    }

    private int saveOften(AtomicBoolean saving, int round) {
        int number = 0;
        while (saving.get()) {
            number++;
            write("greet", GREET.formatted(round + "-" + number));
            pause(120);
        }
        return number;
    }

    private void assertNewestRuns(RunningSerai serai, int newest) throws IOException {
        JsonNode status = serai.status("greet");
        String file = Files.readString(home.resolve("routes/greet.camel.yaml"));
        assertThat(file).as("seed %d", seed).contains("\"" + serai.get("/greet") + "\"");
        assertThat(status.path("state").asText()).as("%s", status).isEqualTo("LIVE");
        assertThat(status.path("version").asInt()).isEqualTo(newest);
        assertThat(status.path("fileDiffers").asBoolean()).isFalse();
        assertThat(serai.versions("greet"))
                .isEqualTo(IntStream.iterate(newest, number -> number - 1)
                        .limit(newest)
                        .boxed()
                        .toList());
    }

    private Set<String> send(AtomicBoolean working) {
        Set<String> sent = new HashSet<>();
        while (working.get()) {
            String name = "m" + sent.size();
            try {
                Path draft = Files.writeString(home.resolve("draft"), name);
                Files.move(draft, home.resolve("in").resolve(name));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            sent.add(name);
            pause(10);
        }
        return sent;
    }

    private TreeMap<String, Integer> arrivals() throws IOException {
        TreeMap<String, Integer> arrivals = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.resolve("out"))) {
            files.map(file -> file.getFileName().toString().split("\\.", 2)[0])
                    .forEach(name -> arrivals.merge(name, 1, Integer::sum));
        }
        return arrivals;
    }

    @Test
    void halfMadeVersionDoesNotRunAfterTheKill() {
        Path begun = home.resolve("begun");
        write("slow", GREET.formatted("whole").replace("/greet", "/slow"));
        try (ChildSerai serai = ChildSerai.start(home)) {
            assertThat(serai.door().get("/slow")).isEqualTo("whole");
            write("slow/route", GREET.formatted("of the folder").replace("/greet", "/slow"));
            delete("slow");
            await().until(() -> serai.door().get("/slow").equals("of the folder"));
            writeFile("slow/Slow.java", SLOW.formatted(begun));
            await().until(() -> Files.exists(begun));
            assertThat(serai.door().get("/slow")).isEqualTo("of the folder");
            serai.kill();
        }
        deleteFile("slow/Slow.java");

        try (ChildSerai serai = ChildSerai.start(home)) {
            assertThat(serai.door().get("/slow")).isEqualTo("of the folder");
            assertThat(serai.door().status("slow").path("state").asText()).isEqualTo("LIVE");
            assertThat(serai.door().versions("slow")).containsExactly(2, 1);
        }
    }

    @Test
    void changesMadeWhileItWasDownAreSeenAtStart() {
        write("good", GREET.formatted("before").replace("/greet", "/good"));
        write("bad", GREET.formatted("before").replace("/greet", "/bad"));
        write("gone", GREET.formatted("before").replace("/greet", "/gone"));
        try (ChildSerai serai = ChildSerai.start(home)) {
            serai.kill();
        }
        write("good", GREET.formatted("while down").replace("/greet", "/good"));
        write("bad", "- from:\n    uri: platfrom-http:/bad\n    steps: []\n");
        write("new", GREET.formatted("new").replace("/greet", "/new"));
        delete("gone");

        try (ChildSerai serai = ChildSerai.start(home)) {
            RunningSerai door = serai.door();
            assertThat(door.get("/good")).isEqualTo("while down");
            assertThat(door.get("/new")).isEqualTo("new");
            assertThat(door.get("/gone")).startsWith("404 ");
            assertThat(door.get("/bad")).isEqualTo("before");
            JsonNode bad = door.status("bad");
            assertThat(bad.path("state").asText()).isEqualTo("REFUSED");
            assertThat(bad.path("fileDiffers").asBoolean()).isTrue();
            assertThat(bad.path("receipt").path("activeVersion").asInt()).isEqualTo(1);
            assertThat(serai.output())
                    .as("lines of JSON, as it has no terminal")
                    .contains("did you mean \\\"platform-http\\\"?");
        }
    }

    private void write(String name, String yaml) {
        writeFile(name + ".camel.yaml", yaml);
    }

    private void writeFile(String file, String text) {
        try {
            Path path = home.resolve("routes").resolve(file);
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void delete(String name) {
        deleteFile(name + ".camel.yaml");
    }

    private void deleteFile(String file) {
        try {
            Files.delete(home.resolve("routes").resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(long millis) {
        await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }
}
