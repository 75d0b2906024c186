package dev.serai.engine.enterprise.transformation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Runs the samples of transformations, see {@code docs/transformations.md}. */
public final class TransformationTests {

    private final Transformations transformations;
    private final Trial trial;

    /** Of transformations that need nothing but the core. */
    public TransformationTests(Path folder) {
        this(folder, context -> {});
    }

    /**
     * @param folder {@code transformations/} of the home
     * @param libraries lets the context that the samples are run in use packs
     */
    public TransformationTests(Path folder, Consumer<CamelContext> libraries) {
        this.transformations = new Transformations(folder, libraries);
        this.trial = new Trial(libraries);
    }

    /** Runs the samples of every transformation. */
    public List<SampleResult> run() {
        return run(List.copyOf(transformations.names()));
    }

    /** Runs the samples of these transformations, in this order. */
    public List<SampleResult> run(List<String> names) {
        List<SampleResult> results = new ArrayList<>();
        try (DefaultCamelContext context = trial.context()) {
            names.forEach(name -> results.addAll(run(name, context)));
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException("the Camel context of the samples could not be closed", e);
        }
    }

    private List<SampleResult> run(String name, CamelContext context) {
        try {
            return new Samples(transformations.find(name), context).run();
        } catch (TransformationException e) {
            return List.of(new SampleResult(name, "mapping", String.valueOf(e.getMessage()), Duration.ZERO));
        }
    }
}
