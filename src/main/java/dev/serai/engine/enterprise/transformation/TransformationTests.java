package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Runs the samples of transformations: {@code samples/NAME.in.json} must become {@code NAME.out.json}, or fail with what
 * {@code NAME.error.txt} says. XML samples end with {@code .in.xml} and {@code .out.xml}.
 */
public final class TransformationTests {

    private final Path folder;

    /**
     * @param folder {@code transformations/} of the home
     */
    public TransformationTests(Path folder) {
        this.folder = folder;
    }

    /** Runs the samples of every transformation. */
    public List<SampleResult> run() {
        return run(List.copyOf(new Transformations(folder).names()));
    }

    /** Runs the samples of these transformations, in this order. */
    public List<SampleResult> run(List<String> names) {
        Transformations transformations = new Transformations(folder);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            TransformComponent.attach(context, transformations);
            context.start();
            return run(names, context);
        } catch (IOException e) {
            throw new UncheckedIOException("the Camel context of the samples could not be closed", e);
        }
    }

    private List<SampleResult> run(List<String> names, CamelContext context) throws IOException {
        List<SampleResult> results = new ArrayList<>();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (String name : names) {
                inputs(name).forEach(input -> results.add(run(name, input, template)));
            }
        }
        return results;
    }

    private List<Path> inputs(String name) {
        Path samples = folder.resolve(name).resolve("samples");
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.filter(file -> file.toString().matches(".*\\.in\\.(json|xml)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + samples + " cannot be listed", e);
        }
    }

    private static SampleResult run(String name, Path input, ProducerTemplate template) {
        long start = System.nanoTime();
        String fileName = input.toFile().getName();
        String sample = fileName.substring(0, fileName.lastIndexOf(".in."));
        String failure = failure(name, input, sample, template);
        return new SampleResult(name, sample, failure, Duration.ofNanos(System.nanoTime() - start));
    }

    private static String failure(String name, Path input, String sample, ProducerTemplate template) {
        Path expected = input.resolveSibling(input.toFile().getName().replaceFirst("\\.in\\.(json|xml)$", ".out.$1"));
        Path error = input.resolveSibling(sample + ".error.txt");
        if (!Files.exists(expected) && !Files.exists(error)) {
            return "expected " + expected.toFile().getName() + " or "
                    + error.toFile().getName() + " beside it";
        }
        Optional<String> message = Files.exists(error) ? Optional.of(read(error).trim()) : Optional.empty();
        try {
            String output = template.requestBody("transform:" + name, read(input), String.class);
            return message.map(text -> "expected a failure with \"" + text + "\", but it was mapped")
                    .orElseGet(() -> difference(expected, output));
        } catch (RuntimeException e) {
            String seen = deepest(e);
            return message.filter(seen::contains).isPresent() ? "" : "it failed: " + seen;
        }
    }

    private static String difference(Path expected, String output) {
        if (expected.toString().endsWith(".xml")) {
            return read(expected).trim().equals(output.trim()) ? "" : "expected " + read(expected) + ", was " + output;
        }
        try {
            JsonNode wanted = Json.MAPPER.readTree(read(expected));
            return JsonDifference.first(wanted, Json.MAPPER.readTree(output)).orElse("");
        } catch (IOException e) {
            return expected.toFile().getName() + " or the output is no JSON: " + e.getMessage();
        }
    }

    private static String deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && !(deepest instanceof TransformationException)) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
