package dev.serai.tls;

import dev.serai.console.RuntimeFile;
import dev.serai.fixture.LiveSerai;
import dev.serai.fixture.PemFiles;
import dev.serai.foundation.tls.SelfSigned;
import dev.serai.foundation.tls.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A home whose runtime speaks TLS on both ports with one certificate, and serves {@code /hello}. */
final class TlsHome implements AutoCloseable {

    private static final String HELLO = """
            - route:
                id: hello
                from:
                  uri: platform-http:/hello
                  steps:
                    - setBody:
                        constant: hello
            """;

    private final Path home;
    private final LiveSerai serai;

    private TlsHome(Path home, LiveSerai serai) {
        this.home = home;
        this.serai = serai;
    }

    static TlsIdentity certificate(String name) {
        return SelfSigned.create(name, List.of("localhost", "127.0.0.1"), Duration.ofDays(90));
    }

    /** @param sets beside the certificates, or in their place */
    static TlsHome start(Path home, TlsIdentity identity, Map<String, String> sets) throws IOException {
        PemFiles.write(home, identity);
        Files.createDirectories(home.resolve("routes"));
        Files.writeString(home.resolve("routes/hello.camel.yaml"), HELLO);
        Map<String, String> all = new HashMap<>();
        for (String port : Set.of("serai.http", "serai.management")) {
            all.put(port + ".tls.certificate", "certificate.pem");
            all.put(port + ".tls.key", "key.pem");
        }
        all.putAll(sets);
        return new TlsHome(home, LiveSerai.start(home, all));
    }

    Path path() {
        return home;
    }

    RuntimeFile file() {
        try {
            return RuntimeFile.read(home.resolve("state")).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError("no Serai runs at " + home, e);
        }
    }

    String http() {
        return file().httpUrl();
    }

    String management() {
        return file().managementUrl();
    }

    Set<String> expected() {
        return new TreeSet<>(file().trust().certificates());
    }

    @Override
    public void close() {
        serai.close();
    }
}
