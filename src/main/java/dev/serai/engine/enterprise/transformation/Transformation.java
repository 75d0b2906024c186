package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** One folder of {@code transformations/} as it was when it was read: a mapping, with schemas and formats of its in- and output. */
final class Transformation {

    static final String SAMPLES = "samples";
    private static final int DEPTH = 4;

    private final String name;
    private final Path folder;
    private final Language language;
    private final Map<String, ByteBuffer> files;
    private final Formats formats;
    private final @Nullable SchemaCheck input;
    private final @Nullable SchemaCheck output;
    private @Nullable JsltMapping jslt;

    private Transformation(String name, Path folder, Language language, Map<String, ByteBuffer> files) {
        this.name = name;
        this.folder = folder;
        this.language = language;
        this.files = files;
        this.formats = text(Formats.FILE)
                .map(text -> Formats.read(place(Formats.FILE), text))
                .orElse(Formats.NONE);
        this.input = schema("schema.in.json").orElse(null);
        this.output = schema("schema.out.json").orElse(null);
    }

    /**
     * Reads everything but the samples.
     *
     * @throws TransformationException when a file cannot be read
     */
    static Transformation read(String name, Path folder, Language language) {
        return new Transformation(name, folder, language, files(name, folder));
    }

    private static Map<String, ByteBuffer> files(String name, Path folder) {
        Map<String, ByteBuffer> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path path = folder.relativize(file);
                boolean hidden =
                        path.toString().startsWith(".") || path.toString().endsWith("~");
                if (!hidden && !path.startsWith(SAMPLES)) {
                    files.put(path.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
                }
            }
            return files;
        } catch (IOException e) {
            throw new TransformationException("transformations/" + name + "/ cannot be read: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    Language language() {
        return language;
    }

    Formats formats() {
        return formats;
    }

    Path file() {
        return folder.resolve(language.file());
    }

    Path samples() {
        return folder.resolve(SAMPLES);
    }

    /** The mapping as messages name it. */
    String place() {
        return place(language.file());
    }

    /** The mapping. */
    String text() {
        return text(language.file()).orElseThrow();
    }

    /** The mapping in JSLT, compiled once for all contexts. */
    synchronized JsltMapping jslt() {
        JsltMapping compiled = jslt;
        if (compiled == null) {
            compiled = new JsltMapping(place(), text());
            jslt = compiled;
        }
        return compiled;
    }

    boolean hasContentOf(@Nullable Transformation other) {
        return other != null && files.equals(other.files);
    }

    void checkInput(JsonNode node, Exchange exchange) throws CamelExchangeException {
        if (input != null) {
            input.check(node, exchange);
        }
    }

    void checkOutput(JsonNode node, Exchange exchange) throws CamelExchangeException {
        if (output != null) {
            output.check(node, exchange);
        }
    }

    private Optional<SchemaCheck> schema(String fileName) {
        return text(fileName).map(text -> new SchemaCheck(place(fileName), text));
    }

    private Optional<String> text(String fileName) {
        ByteBuffer bytes = files.get(fileName);
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.duplicate())
                    .toString());
        } catch (CharacterCodingException e) {
            throw new TransformationException(place(fileName) + ": the file cannot be read as UTF-8 text", e);
        }
    }

    private String place(String fileName) {
        return "transformations/" + name + "/" + fileName;
    }
}
