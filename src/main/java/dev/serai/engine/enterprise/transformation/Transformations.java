package dev.serai.engine.enterprise.transformation;

import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * The folder {@code transformations/}. A transformation is read when a route first uses it. What is changed in its folder then is held against
 * its samples, and taken up by all routes with their next message, or refused while they go on with what they have.
 */
public final class Transformations {

    private static final Pattern NAME = Pattern.compile("\\w[\\w.-]*");

    private final Path folder;
    private final Consumer<CamelContext> libraries;
    private final Map<String, Transformation> inUse = new ConcurrentHashMap<>();
    private final Map<String, Transformation> refused = new ConcurrentHashMap<>();

    /** Those that need nothing but the core. */
    public Transformations(Path folder) {
        this(folder, context -> {});
    }

    /**
     * @param folder {@code transformations/} of the home; it need not exist
     * @param libraries lets a context that samples are run in use packs
     */
    public Transformations(Path folder, Consumer<CamelContext> libraries) {
        this.folder = folder;
        this.libraries = libraries;
    }

    /** Names of all transformations, sorted. */
    public Set<String> names() {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            folders.filter(each -> Language.in(each).isPresent())
                    .forEach(each -> names.add(each.toFile().getName()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be listed", e);
        }
    }

    /**
     * The one in use, from now on if it was not before.
     *
     * @throws TransformationException when there is none of that name, or a file of it cannot be read
     */
    Transformation find(String name) {
        Transformation used = inUse.get(name);
        return used != null ? used : inUse.computeIfAbsent(name, this::known);
    }

    /** Takes up what stands in the folder now, if it is in use, is new, and passes its samples. */
    void renew(String name) {
        if (inUse.containsKey(name)) {
            changed(name);
        }
    }

    /**
     * Takes up what stands in the folder now, if it passes its samples.
     *
     * @return why it was refused; empty when it was taken up, or holds what was decided upon before
     */
    public synchronized Change changed(String name) {
        Optional<Transformation> standing;
        try {
            standing = standing(name);
        } catch (TransformationException e) {
            return Change.refused(List.of(Trial.finding(e)));
        }
        return standing.filter(one -> !one.hasContentOf(inUse.get(name)) && !one.hasContentOf(refused.get(name)))
                .map(this::decide)
                .orElse(Change.NONE);
    }

    private Change decide(Transformation standing) {
        List<Finding> findings = new Trial(libraries).of(standing);
        if (findings.isEmpty()) {
            refused.remove(standing.name());
            inUse.computeIfPresent(standing.name(), (name, before) -> standing);
            return Change.ACCEPTED;
        }
        refused.put(standing.name(), standing);
        return Change.refused(findings);
    }

    private Transformation known(String name) {
        return standing(name).orElseThrow(() -> unknown(name));
    }

    private Optional<Transformation> standing(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path place = folder.resolve(name);
        return Language.in(place).map(language -> Transformation.read(name, place, language));
    }

    private TransformationException unknown(String name) {
        String hint = DidYouMean.hint(name, names());
        return new TransformationException(
                "transformation \"" + name + "\" is unknown; "
                        + (hint.isEmpty() ? "expected a mapping in transformations/" + name + "/mapping.jslt" : hint),
                null);
    }
}
