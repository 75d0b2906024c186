package dev.serai.engine.enterprise.transformation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/**
 * The samples of one transformation: {@code samples/NAME.in.ENDING} must become {@code NAME.out.ENDING}, or fail with what
 * {@code NAME.error.txt} says. The endings may differ: a mapping may make XML of CSV.
 */
final class Samples {

    private final Transformation transformation;
    private final CamelContext context;

    Samples(Transformation transformation, CamelContext context) {
        this.transformation = transformation;
        this.context = context;
    }

    /** @throws TransformationException when the mapping cannot be read */
    List<SampleResult> run() {
        Compiled compiled = new Compiled(transformation, context, false);
        try {
            return inputs().stream().map(input -> run(input, compiled)).toList();
        } finally {
            compiled.stop();
        }
    }

    private List<Path> inputs() {
        return files(".in.");
    }

    private List<Path> files(String part) {
        Path samples = transformation.samples();
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(samples)) {
            return files.filter(file -> {
                        String name = file.toFile().getName();
                        return name.contains(part) && !name.startsWith(".") && !name.endsWith("~");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + samples + " cannot be listed", e);
        }
    }

    private SampleResult run(Path input, Compiled compiled) {
        long start = System.nanoTime();
        String fileName = input.toFile().getName();
        String sample = fileName.substring(0, fileName.lastIndexOf(".in."));
        String failure = failure(input, sample, compiled);
        return new SampleResult(transformation.name(), sample, failure, Duration.ofNanos(System.nanoTime() - start));
    }

    private String failure(Path input, String sample, Compiled compiled) {
        Optional<Path> expected = files(".out.").stream()
                .filter(file -> file.toFile().getName().startsWith(sample + ".out."))
                .findFirst();
        Path error = input.resolveSibling(sample + ".error.txt");
        if (expected.isEmpty() && !Files.exists(error)) {
            return "expected " + input.toFile().getName().replace(".in.", ".out.") + " or "
                    + error.toFile().getName() + " beside it";
        }
        Optional<String> message =
                Files.exists(error) ? Optional.of(new String(bytes(error), UTF_8).trim()) : Optional.empty();
        try {
            byte[] output = output(input, compiled);
            return message.map(text -> "expected a failure with \"" + text + "\", but it was mapped")
                    .orElseGet(() -> SampleDifference.first(expected.orElseThrow(), output));
        } catch (Exception e) {
            String seen = deepest(e);
            return message.filter(seen::contains).isPresent() ? "" : "it failed: " + seen;
        }
    }

    private byte[] output(Path input, Compiled compiled) throws Exception {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(bytes(input));
        compiled.process(exchange);
        return exchange.getMessage().getMandatoryBody(byte[].class);
    }

    private static String deepest(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && !(deepest instanceof TransformationException)) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
