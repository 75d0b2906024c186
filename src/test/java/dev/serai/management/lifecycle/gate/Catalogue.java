package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.Claim.Kind;
import dev.serai.management.lifecycle.Landscape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The integrations under {@code src/test/resources/broken} and {@code good}: each folder is one, what is expected of it beside it. */
final class Catalogue {

    static final String EXPECTED = "expected.txt";

    private static final Path ROOT = Path.of("src/test/resources");

    /** Another integration, a few connections and transformations: what the cases refer to. */
    static final Landscape LANDSCAPE = new Landscape(
            Map.of(
                    "billing",
                    List.of(
                            new Claim(Kind.ROUTE_ID, "billing-route", "routes/billing.camel.yaml", 2),
                            new Claim(Kind.DIRECT, "direct:invoice", "routes/billing.camel.yaml", 4),
                            new Claim(Kind.HTTP_PATH, "GET /invoices/{}", "routes/billing.camel.yaml", 9),
                            new Claim(Kind.SERVICE, "prices", "routes/billing.camel.yaml", 15))),
            Map.of("orders-db", "sql", "crm", "http"),
            Set.of("order", "order-to-json"),
            Set.of("orders-db.dataSource", "orders-db.idempotent", "orders-db.idempotent.*"),
            Map.of());

    private Catalogue() {}

    /** The names of the cases of a kind, {@code broken} or {@code good}. */
    static Stream<String> cases(String kind) {
        try (Stream<Path> folders = Files.list(ROOT.resolve(kind))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Bundle bundle(String kind, String name) {
        Path folder = ROOT.resolve(kind).resolve(name);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.remove(EXPECTED);
        return new Bundle(name, name + "/", files);
    }

    static List<String> expected(String name) {
        try {
            return Files.readAllLines(ROOT.resolve("broken").resolve(name).resolve(EXPECTED), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("every broken case says what is expected", e);
        }
    }

    /** A single-file integration. */
    static Bundle file(String name, String text) {
        return new Bundle(name.split("\\.", 2)[0], name, Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
    }
}
