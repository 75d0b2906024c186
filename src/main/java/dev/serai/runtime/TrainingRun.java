package dev.serai.runtime;

import dev.serai.foundation.configuration.Configuration;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** One short life of Serai on a home of its own, from which the JDK writes the archive that makes later starts quick. */
public final class TrainingRun {

    private static final int REQUESTS = 200;

    private TrainingRun() {}

    public static void main(String[] args) throws IOException {
        Path home = Files.createTempDirectory("serai-training");
        try {
            live(home);
        } finally {
            delete(home);
        }
    }

    private static void live(Path home) throws IOException {
        Path routes = Files.createDirectories(home.resolve("routes"));
        for (String file : new String[] {"training.camel.yaml", "training.camel.xml"}) {
            try (var in = TrainingRun.class.getResourceAsStream("/training/" + file)) {
                if (in == null) {
                    throw new IOException("the jar has no training/" + file + "; build it again");
                }
                Files.copy(
                        in, routes.resolve(file.replace("training", "training-" + (file.endsWith("xml") ? "x" : "y"))));
            }
        }
        Configuration configuration = Configuration.load(
                home,
                "",
                Map.of(),
                new Properties(),
                Map.of("serai.http.port", "0", "serai.http.host", "127.0.0.1", "serai.management.port", "0"));
        for (int start = 0; start < 2; start++) {
            try (SeraiRuntime serai = SeraiRuntime.start(configuration)) {
                for (int i = 0; i < REQUESTS; i++) {
                    post(serai.httpUrl() + "/training");
                }
            }
        }
    }

    private static void post(String address) throws IOException {
        URL url = URI.create(address).toURL();
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write("{\"id\":1,\"type\":\"express\"}".getBytes(StandardCharsets.UTF_8));
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("the training route answered " + connection.getResponseCode());
        }
        connection.getInputStream().readAllBytes();
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
