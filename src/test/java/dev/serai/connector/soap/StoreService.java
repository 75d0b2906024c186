package dev.serai.connector.soap;

import dev.serai.fixture.server.JavaServer;
import dev.serai.fixture.server.Jdk;
import dev.serai.fixture.server.Ports;
import dev.serai.fixture.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A web service, and callers of web services, of the reference implementation of JAX-WS, each in a process of its own. */
final class StoreService implements AutoCloseable {

    static final String USER = "ada";
    static final String PASSWORD = "correct-horse-battery";
    private static final JavaServer JARS = JavaServer.named("soap");

    private final Path folder;
    private final int port = Ports.free();
    private final ServerProcess process;

    StoreService(Path folder) {
        this.folder = folder;
        this.process = new ServerProcess(command(folder, port));
    }

    static ServerProcess.Command command(Path folder, int port) {
        return JARS.command(folder, port, source("SoapMain"), String.valueOf(port), folder.toString(), USER, PASSWORD);
    }

    private static String source(String name) {
        return Path.of("src/test/servers/soap", name + ".java").toAbsolutePath().toString();
    }

    StoreService start() {
        process.start();
        return this;
    }

    void kill() {
        process.kill();
    }

    int port() {
        return port;
    }

    /** @param guard open, text or digest */
    String address(String guard) {
        return "http://127.0.0.1:" + port + "/" + guard;
    }

    /** What lies on a shelf. */
    List<byte[]> shelf(String name) {
        return shelf(folder, name);
    }

    static List<byte[]> shelf(Path folder, String name) {
        try {
            return Files.readAllLines(folder.resolve(name)).stream()
                    .map(line -> Base64.getDecoder().decode(line))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a caller printed that read the WSDL of a service and called it with each payload. */
    String called(String wsdl, String... payloads) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                Jdk.own().home().resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                JARS.classPath(),
                source("SoapCall"),
                wsdl,
                "{urn:serai:store}StoreService",
                "{urn:serai:store}StorePort"));
        words.addAll(List.of(payloads));
        Process call = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        call.waitFor();
        return output;
    }

    @Override
    public void close() {
        process.close();
    }
}
