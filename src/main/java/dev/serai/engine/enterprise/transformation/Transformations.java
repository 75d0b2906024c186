package dev.serai.engine.enterprise.transformation;

import dev.serai.foundation.DidYouMean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder {@code transformations/}. A transformation is read when a route that uses it is built, so a running version keeps the
 * mapping it began with; what was compiled is shared while its file stays the same.
 */
public final class Transformations {

    private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*");

    private final Path folder;
    private final Map<String, Compiled> jslt = new ConcurrentHashMap<>();

    private record Compiled(String text, JsltMapping mapping) {}

    /**
     * @param folder {@code transformations/} of the home; it need not exist
     */
    public Transformations(Path folder) {
        this.folder = folder;
    }

    /** Names of all transformations, sorted. */
    public Set<String> names() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            folders.filter(each -> mappingFile(each).isPresent())
                    .forEach(each -> names.add(each.toFile().getName()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be listed", e);
        }
    }

    /**
     * @throws TransformationException when there is none of that name, or its schema cannot be read
     */
    Transformation find(String name) {
        if (!NAME.matcher(name).matches()) {
            throw unknown(name);
        }
        return mappingFile(folder.resolve(name))
                .map(file -> new Transformation(name, file, this))
                .orElseThrow(() -> unknown(name));
    }

    /** The mapping of that file, compiled anew only when its text changed. */
    JsltMapping jslt(String place, String text) {
        Compiled compiled = jslt.compute(
                place,
                (key, before) -> before != null && before.text().equals(text)
                        ? before
                        : new Compiled(text, new JsltMapping(place, text)));
        return compiled.mapping();
    }

    private static Optional<Path> mappingFile(Path folder) {
        return Stream.of(Transformation.Language.values())
                .map(language -> folder.resolve(language.file()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private TransformationException unknown(String name) {
        String hint = DidYouMean.hint(name, names());
        return new TransformationException(
                "transformation \"" + name + "\" is unknown; "
                        + (hint.isEmpty() ? "expected a mapping in transformations/" + name + "/mapping.jslt" : hint),
                null);
    }
}
