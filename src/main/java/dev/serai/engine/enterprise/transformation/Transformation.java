package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** One folder of {@code transformations/}: a mapping, with schemas of its in- and output where it has them. */
final class Transformation {

    /** What a mapping is written in, told by its file's ending. */
    enum Language {
        JSLT,
        JQ,
        GROOVY,
        XSLT;

        String file() {
            return "mapping." + name().toLowerCase(Locale.ROOT);
        }
    }

    private final String name;
    private final Path file;
    private final Transformations owner;
    private final @Nullable SchemaCheck input;
    private final @Nullable SchemaCheck output;

    Transformation(String name, Path file, Transformations owner) {
        this.name = name;
        this.file = file;
        this.owner = owner;
        this.input = schema("schema.in.json").orElse(null);
        this.output = schema("schema.out.json").orElse(null);
    }

    String name() {
        return name;
    }

    Path file() {
        return file;
    }

    /** The mapping as messages name it. */
    String place() {
        return place(file.toFile().getName());
    }

    Language language() {
        String fileName = file.toFile().getName();
        return Arrays.stream(Language.values())
                .filter(language -> language.file().equals(fileName))
                .findFirst()
                .orElseThrow();
    }

    /** A mapping for the routes of a context. */
    Mapping compile(CamelContext context) {
        String text = read(file);
        return switch (language()) {
            case JSLT -> owner.jslt(place(), text);
            case JQ -> LanguageMapping.jq(place(), text, context);
            case GROOVY -> LanguageMapping.groovy(place(), text, context);
            case XSLT -> throw new IllegalStateException(place() + " maps XML, not JSON");
        };
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
        Path schema = file.resolveSibling(fileName);
        return Files.isRegularFile(schema)
                ? Optional.of(new SchemaCheck(place(fileName), read(schema)))
                : Optional.empty();
    }

    private String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new TransformationException(
                    place(path.toFile().getName()) + ": the file cannot be read as UTF-8 text", e);
        }
    }

    private String place(String fileName) {
        return "transformations/" + name + "/" + fileName;
    }
}
