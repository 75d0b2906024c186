package dev.serai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.RunningSerai;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files, seda, events, services, timers and HTTP while every integration of the chain is replaced thirty times: each message arrives once, no
 * request fails, and no two versions of a timer tick at the same time.
 */
@Timeout(180)
class SwitchUnderLoadIT {

    private static final int ROUNDS = 30;
    /** Idempotent, because Camel's consumer may list a file once more while another thread of the same version moves it away. */
    private static final String INTAKE = """
            - from:
                uri: "file:{{serai.home}}/in?delay=10&initialDelay=0&idempotent=true"
                steps:
                  - setHeader:
                      name: taker
                      simple: "%1$d-${exchangeId}"
                  - to: seda:taken?size=100000
            - from:
                uri: seda:taken
                steps:
                  - setBody:
                      simple: "${header.CamelFileName}"
                  - to: event:arrived
            """;

    private static final String BOOKING = """
            # version %d
            - from:
                uri: event:arrived
                steps:
                  - to: service:price
                  - to: "file:{{serai.home}}/out?fileName=${body}.${header.taker}.${header.SeraiEventPosition}"
            """;
    private static final String PRICES = """
            # version %d
            - from:
                uri: service:price
                steps:
                  - setBody:
                      simple: "${body}-priced"
            """;
    private static final String SHOP = """
            # version %d
            - from:
                uri: platform-http:/price/{item}
                steps:
                  - setBody:
                      simple: "${header.item}"
                  - to: service:price
            """;
    private static final String TICKER = """
            - from:
                uri: timer:tick?period=10&delay=0
                steps:
                  - setBody:
                      constant: "%03d"
                  - to: "file:{{serai.home}}/ticks?fileName=log&fileExist=Append&appendChars=\\\\n"
            """;

    @TempDir
    Path home;

    @Test
    void nothingIsLostOrDoubledOverThirtyReplacements() throws Exception {
        for (String folder : List.of("routes", "in", "out", "ticks")) {
            Files.createDirectories(home.resolve(folder));
        }
        AtomicBoolean working = new AtomicBoolean(true);
        try (LiveSerai live = LiveSerai.start(home)) {
            RunningSerai serai = live.door();
            deploy(serai, 0);
            CompletableFuture<List<String>> sent = CompletableFuture.supplyAsync(() -> send(working));
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> ask(serai, working));

            for (int round = 1; round <= ROUNDS; round++) {
                deploy(serai, round);
            }

            working.set(false);
            List<String> expected = sent.get(10, TimeUnit.SECONDS);
            await().atMost(Duration.ofSeconds(30)).until(() -> new HashSet<>(arrived()).containsAll(expected));
            assertThat(copies()).as("messages that arrived more than once").isEmpty();
            assertThat(asked.get(10, TimeUnit.SECONDS)).isNotEmpty().allMatch("apple-priced"::equals);
            await().untilAsserted(() -> assertThat(ticks()).contains("%03d".formatted(ROUNDS)));
            System.out.println(expected.size() + " messages over " + ROUNDS + " replacements of each integration");
        }
        assertThat(ticks()).isSorted();
    }

    private static void deploy(RunningSerai serai, int round) {
        serai.save("prices.camel.yaml", PRICES.formatted(round));
        serai.save("shop.camel.yaml", SHOP.formatted(round));
        serai.save("booking.camel.yaml", BOOKING.formatted(round));
        serai.save("intake.camel.yaml", INTAKE.formatted(round));
        serai.save("ticker.camel.yaml", TICKER.formatted(round));
        for (String name : List.of("prices", "shop", "booking", "intake", "ticker")) {
            assertThat(serai.decided(name + ".camel.yaml").path("accepted").asBoolean())
                    .as(name)
                    .isTrue();
        }
    }

    private List<String> send(AtomicBoolean working) {
        List<String> sent = new ArrayList<>();
        while (working.get()) {
            String name = "m" + sent.size();
            try {
                Path draft = Files.writeString(home.resolve("draft"), name);
                Files.move(draft, home.resolve("in").resolve(name));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            sent.add(name + "-priced");
            await().pollDelay(Duration.ofMillis(5))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> true);
        }
        return sent;
    }

    private static List<String> ask(RunningSerai serai, AtomicBoolean working) {
        List<String> answers = new ArrayList<>();
        while (working.get()) {
            answers.add(serai.get("/price/apple"));
        }
        return answers;
    }

    private List<String> ticks() throws IOException {
        return Files.readAllLines(home.resolve("ticks/log"));
    }

    private List<String> copies() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("out"))) {
            Map<String, List<String>> byName = files.map(
                            file -> file.getFileName().toString())
                    .collect(Collectors.groupingBy(name -> name.split("\\.", 2)[0]));
            return byName.values().stream()
                    .filter(copies -> copies.size() > 1)
                    .map(String::valueOf)
                    .toList();
        }
    }

    private List<String> arrived() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("out"))) {
            return files.map(file -> file.getFileName().toString().split("\\.", 2)[0])
                    .toList();
        }
    }
}
