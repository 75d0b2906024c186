package dev.serai.tls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.serai.fixture.server.DebianProgram;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code testssl.sh}, of this machine or out of Debian's package. */
final class Testssl {

    private static final int PATIENCE_SECONDS = 280;

    /** Protocols, ciphers, forward secrecy, preferences, certificate and all vulnerabilities; no simulated browsers, no names looked up. */
    private static final List<String> CHECKS = List.of(
            "--quiet",
            "--color",
            "0",
            "--warnings",
            "off",
            "--nodns",
            "none",
            "--fast",
            "--assume-http",
            "-p",
            "-s",
            "-f",
            "-P",
            "-S",
            "-U");

    private final Path script;
    private final Map<String, String> environment;

    private Testssl(Path script, Map<String, String> environment) {
        this.script = script;
        this.environment = environment;
    }

    /**
     * What it has to say.
     *
     * @param id of the check
     * @param severity OK, INFO, LOW, MEDIUM, HIGH, CRITICAL, or WARN and FATAL for what could not be checked
     * @param finding in words
     */
    record Finding(String id, String severity, String finding) {}

    /** Finds it on the path, or unpacks Debian's package below {@code target/}; empty where neither works. */
    static Optional<Testssl> find() throws IOException, InterruptedException {
        Optional<Testssl> installed = DebianProgram.installed("testssl")
                .or(() -> DebianProgram.installed("testssl.sh"))
                .map(found -> new Testssl(found, Map.of()));
        return installed.isPresent() ? installed : unpacked();
    }

    private static Optional<Testssl> unpacked() throws IOException, InterruptedException {
        Optional<DebianProgram> fetched = DebianProgram.of("testssl.sh", List.of("testssl.sh"));
        if (fetched.isEmpty() || !shell("openssl version && command -v hexdump && command -v ps")) {
            return Optional.empty();
        }
        DebianProgram unpacked = fetched.get();
        Map<String, String> environment = Map.of(
                "TESTSSL_INSTALL_DIR",
                unpacked.file("etc/testssl").toString(),
                "PATH",
                System.getenv("PATH") + File.pathSeparator + neverAsked(unpacked));
        return Optional.of(new Testssl(unpacked.file("usr/bin/testssl"), environment));
    }

    /** It does not begin without a program that looks names up, though it is told to look up none. */
    private static Path neverAsked(DebianProgram unpacked) throws IOException {
        Path folder = Files.createDirectories(unpacked.file("names"));
        Path host = folder.resolve("host");
        Files.writeString(host, "#!/bin/sh\nexit 1\n");
        if (!host.toFile().setExecutable(true)) {
            throw new IOException(host + " cannot be made executable");
        }
        return folder;
    }

    private static boolean shell(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** Begins to look at a port. */
    Look begin(String url, Path authority, Path folder) throws IOException {
        URI target = URI.create(url);
        Path report = folder.resolve("report-" + target.getPort() + ".json");
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(CHECKS);
        command.addAll(List.of("--add-ca", authority.toString(), "--jsonfile", report.toString()));
        command.add(target.getHost() + ":" + target.getPort());
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(
                        folder.resolve("output-" + target.getPort() + ".txt").toFile());
        process.environment().putAll(environment);
        return new Look(process.start(), report);
    }

    /** One look at one port. */
    record Look(Process process, Path report) {

        /** Waits for its end. */
        List<Finding> findings() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("testssl.sh took longer than " + PATIENCE_SECONDS + " s");
            }
            List<Finding> findings = new ArrayList<>();
            for (JsonNode one : new ObjectMapper().readTree(report.toFile())) {
                findings.add(new Finding(
                        one.path("id").asText(),
                        one.path("severity").asText(),
                        one.path("finding").asText()));
            }
            return findings;
        }
    }
}
