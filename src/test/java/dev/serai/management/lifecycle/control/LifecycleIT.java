package dev.serai.management.lifecycle.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.fixture.Heap;
import dev.serai.fixture.SmallRuntime;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.settings.DeploySettings;
import dev.serai.management.lifecycle.NoSuchVersionException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LifecycleIT {

    private static final String GREET = """
            - route:
                id: greet
                from:
                  uri: platform-http:/greet
                  steps:
                    - setBody:
                        constant: "%s"
            """;

    @TempDir
    Path home;

    @Test
    void versionThatCannotStartLeavesTheOldOneServing() throws Exception {
        try (SmallRuntime serai = new SmallRuntime(home)) {
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("one")));

            Receipt receipt = serai.save(
                            SmallRuntime.bundle("greet", "- from:\n    uri: nosuch:thing\n    steps: []\n"))
                    .orElseThrow();

            assertThat(receipt.accepted()).isFalse();
            assertThat(receipt.activeVersion()).isEqualTo(1);
            assertThat(receipt.findings()).singleElement().satisfies(finding -> assertThat(finding.message())
                    .contains("nosuch"));
            assertThat(serai.get("/greet").body()).isEqualTo("one");
            assertThat(serai.control().status("greet")).hasValueSatisfying(status -> {
                assertThat(status.state()).isEqualTo(IntegrationState.REFUSED);
                assertThat(status.fileDiffers()).isTrue();
                assertThat(status.http()).containsExactly("* /greet");
            });
        }
    }

    @Test
    void hundredSwitchesUnderLoadFailNoRequest() throws Exception {
        try (SmallRuntime serai = new SmallRuntime(home)) {
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("0")));
            AtomicBoolean running = new AtomicBoolean(true);
            AtomicInteger answered = new AtomicInteger();
            AtomicInteger failed = new AtomicInteger();
            ExecutorService clients = Executors.newFixedThreadPool(8);
            IntStream.range(0, 8)
                    .forEach(client -> clients.execute(() -> {
                        while (running.get()) {
                            request(serai, answered, failed);
                        }
                    }));

            for (int i = 1; i <= 100; i++) {
                assertThat(serai.save(SmallRuntime.bundle("greet", GREET.formatted(i)))
                                .orElseThrow()
                                .accepted())
                        .isTrue();
            }

            running.set(false);
            clients.shutdown();
            assertThat(clients.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
            assertThat(failed).hasValue(0);
            assertThat(answered.get()).isGreaterThan(100);
            assertThat(serai.get("/greet").body()).isEqualTo("100");
        }
    }

    private static void request(SmallRuntime serai, AtomicInteger answered, AtomicInteger failed) {
        try {
            (serai.get("/greet").statusCode() == 200 ? answered : failed).incrementAndGet();
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void hundredDeploymentsLeaveNothingBehind() throws Exception {
        try (SmallRuntime serai = new SmallRuntime(home)) {
            deployAndRemove(serai, 5);
            Set<String> threads = threads();
            int beans = beans();
            long handles = handles();

            deployAndRemove(serai, 100);

            await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> {
                assertThat(threads()).isSubsetOf(threads);
                assertThat(beans()).isEqualTo(beans);
                System.gc();
                assertThat(livingLoaders()).isLessThanOrEqualTo(3);
            });
            assertThat(handles()).isLessThanOrEqualTo(handles + 5);
            assertThat(serai.get("/greet").statusCode()).isEqualTo(404);
        }
    }

    private static void deployAndRemove(SmallRuntime serai, int times) {
        for (int i = 0; i < times; i++) {
            String timer = "- from:\n    uri: timer:t?period=50\n    steps:\n      - to: direct:next\n"
                    + "- from:\n    uri: direct:next\n    steps:\n      - to: log:out?level=TRACE\n";
            serai.save(SmallRuntime.bundle("greet", GREET.formatted(i) + timer));
            serai.save(SmallRuntime.bundle("greet", "- from:\n    uri: timer:t?nosuch=" + i + "\n    steps: []\n"));
            serai.control().gone("greet").join();
        }
    }

    private static Set<String> threads() {
        Set<String> names = new TreeSet<>();
        Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName().replaceAll("[0-9]+", "#"))
                .filter(name -> !name.startsWith("awaitility") && !name.startsWith("serai-store"))
                .forEach(names::add);
        return names;
    }

    private static int beans() throws Exception {
        return ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("org.apache.camel:*"), null)
                .size();
    }

    private static long handles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static long livingLoaders() {
        return Heap.instances("dev.serai.management.lifecycle.deploy.BundleClassLoader");
    }

    @Test
    void routeThatNeverStartsDelaysNobody() throws Exception {
        DeploySettings impatient = new DeploySettings(Duration.ofSeconds(5), Duration.ofMillis(700), false);
        try (SmallRuntime serai = new SmallRuntime(home, impatient)) {
            String stuck = "- from:\n    uri: \"timer:t?period=#bean:slow\"\n    steps: []\n"
                    + "- beans:\n    - name: slow\n      type: java.lang.String\n"
                    + "      scriptLanguage: groovy\n      script: \"while (true) {}\"\n";
            var never = serai.control().changed(SmallRuntime.bundle("stuck", stuck));

            Receipt greet = serai.save(SmallRuntime.bundle("greet", GREET.formatted("on")))
                    .orElseThrow();

            assertThat(greet.accepted()).isTrue();
            assertThat(serai.get("/greet").body()).isEqualTo("on");
            assertThat(never.join().orElseThrow().accepted()).isFalse();
        }
    }

    @Test
    void restartBringsBackWhatRanAndWhatWasRolledBack() throws Exception {
        try (SmallRuntime serai = new SmallRuntime(home)) {
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("one")));
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("two")));
            serai.control().rollback("greet", null, "ada");
            assertThat(serai.get("/greet").body()).isEqualTo("one");
        }

        try (SmallRuntime serai = new SmallRuntime(home)) {
            assertThat(serai.get("/greet").body()).isEqualTo("one");
            assertThat(serai.control().status()).singleElement().satisfies(status -> {
                assertThat(status.state()).isEqualTo(IntegrationState.ROLLED_BACK);
                assertThat(status.fileDiffers()).isTrue();
                assertThat(status.version()).isEqualTo(1);
            });
            assertThat(serai.control().history("greet")).extracting("version").isEqualTo(List.of(2, 1));
        }
    }

    @Test
    void redeployBringsBackTheFileAfterARollbackAndStartsItAnewWhenItServes() throws Exception {
        try (SmallRuntime serai = new SmallRuntime(home)) {
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("one")));
            int beans = beans();
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("two")));
            serai.control().rollback("greet", null, "anna");

            Receipt back = serai.control().redeploy("greet", "anna");
            Receipt anew = serai.control().redeploy("greet", "anna");

            assertThat(back.accepted()).isTrue();
            assertThat(anew.activeVersion()).isEqualTo(2);
            assertThat(anew.findings()).isEmpty();
            assertThat(serai.get("/greet").body()).isEqualTo("two");
            assertThat(serai.control().status("greet"))
                    .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(IntegrationState.LIVE));
            await().untilAsserted(() -> assertThat(beans()).isEqualTo(beans));
        }
    }

    @Test
    void whatWasSubmittedIsAtHandAlsoWhenItWasRefused() throws Exception {
        Bundle broken = SmallRuntime.bundle("greet", "- from:\n    uri: nosuch:thing\n    steps: []\n");
        try (SmallRuntime serai = new SmallRuntime(home)) {
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("one")));
            serai.save(broken);

            assertThat(serai.control().submitted("greet").map(Bundle::hash)).contains(broken.hash());

            serai.control().rollback("greet", 1, "anna");

            assertThat(serai.control().submitted("greet"))
                    .hasValueSatisfying(bundle ->
                            assertThat(bundle.text("greet.camel.yaml")).contains("one"));
        }
        try (SmallRuntime serai = new SmallRuntime(home)) {
            assertThatThrownBy(() -> serai.control().redeploy("greet", "anna"))
                    .isInstanceOf(NoSuchVersionException.class)
                    .hasMessage("the file of greet cannot be read; see its receipt");
        }
    }

    @Test
    void stoppedIntegrationStaysStoppedAcrossARestart() throws Exception {
        try (SmallRuntime serai = new SmallRuntime(home)) {
            serai.save(SmallRuntime.bundle("greet", GREET.formatted("one")));
            serai.control().stop("greet", "ada");
            assertThat(serai.get("/greet").statusCode()).isEqualTo(404);
        }

        try (SmallRuntime serai = new SmallRuntime(home)) {
            assertThat(serai.get("/greet").statusCode()).isEqualTo(404);
            serai.control().start("greet", "ada");
            assertThat(serai.get("/greet").body()).isEqualTo("one");
            assertThat(serai.control().status("greet").orElseThrow().state()).isEqualTo(IntegrationState.LIVE);
        }
    }

    @Test
    void filesAndSedaLoseAndDoubleNothingOverFiftySwitches() throws Exception {
        Path in = Files.createDirectory(home.resolve("in"));
        Path out = home.resolve("out");
        String mover = """
                - from:
                    uri: "file:{{serai.home}}/in?delay=5&initialDelay=0&readLock=none"
                    steps:
                      - to: seda:move?size=100000
                - from:
                    uri: seda:move
                    steps:
                      - setHeader:
                          name: version
                          constant: "%d"
                      - to: "file:{{serai.home}}/out?fileName=${header.CamelFileName}-${exchangeId}"
                """;
        try (SmallRuntime serai = new SmallRuntime(home)) {
            serai.save(SmallRuntime.bundle("mover", mover.formatted(0)));

            for (int i = 1; i <= 50; i++) {
                for (int file = 0; file < 20; file++) {
                    Path temporary = home.resolve("part");
                    Files.writeString(temporary, "x");
                    Files.move(temporary, in.resolve("m-%d-%d".formatted(i, file)));
                }
                serai.save(SmallRuntime.bundle("mover", mover.formatted(i)));
            }

            await().atMost(20, TimeUnit.SECONDS)
                    .untilAsserted(() -> assertThat(names(out)).hasSize(1000));
            assertThat(names(out).stream()
                            .map(name -> name.substring(0, name.indexOf('-', name.indexOf('-', 2) + 1)))
                            .distinct())
                    .hasSize(1000);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
