package dev.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The archive is all that a machine needs: unpacked, it runs from its own folder, packs and all, where there is no network. */
@Timeout(300)
class DistributionIT {

    /**
     * A route that uses two packs, asked until it is live, over the loopback interface of a network that has nothing else. An empty archive of
     * classes stands for one that could not be written: writing it takes longer than all else.
     */
    private static final String SCRIPT = """
            ip link set lo up
            version=$(sed -n 's/^JAVA_VERSION="\\(.*\\)"/\\1/p' "$JAVA_HOME/release")
            touch target/serai-$version.aot target/serai-$version.jsa
            rm -rf routes/* config/connections/*
            cat > routes/far.camel.yaml <<'END'
            - from:
                uri: direct:far
                steps:
                  - to: kafka:orders?brokers=127.0.0.1:1
                  - to: kamelet:log-sink
            END
            ./serai run --port 0 --management-port 0 > run.log 2>&1 &
            serai=$!
            for i in $(seq 60); do
              sleep 1
              ./serai status > status.txt 2>&1 && break
            done
            ./serai connector list > connectors.txt
            kill $serai
            wait $serai
            cat run.log status.txt connectors.txt
            """;

    @TempDir
    Path folder;

    @Test
    void theArchiveRunsWithTheNetworkOff() throws Exception {
        assertThat(run(folder, "tar", "xzf", archive().toString())).isEmpty();
        Path home = only(folder);
        assertThat(home.resolve("serai")).isExecutable();
        if (!run(folder, "unshare", "-rn", "sh", "-c", "ip link set lo up").isEmpty()) {
            System.out.println("not run: this machine lets nobody make a network of his own (unshare -rn)");
            return;
        }

        String said = run(home, "unshare", "-rn", "sh", "-c", SCRIPT);

        assertThat(said).containsPattern("far +1 +LIVE").contains("kafka", "Apache Kafka", "Kamelets");
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("./mvnw package made no archive in target/"))
                    .toAbsolutePath();
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private String run(Path in, String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(said, StandardCharsets.UTF_8);
    }
}
