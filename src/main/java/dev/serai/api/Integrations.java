package dev.serai.api;

import dev.serai.foundation.IntegrationMode;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.IntegrationManager;
import dev.serai.management.lifecycle.pipeline.Monitoring;
import dev.serai.management.lifecycle.pipeline.Optimization;
import dev.serai.management.lifecycle.pipeline.Pipeline;
import java.util.List;

/** Joins endpoints by integrations that are written, checked, versioned and deployed like any other. */
public final class Integrations {

    private final IntegrationManager manager;
    private final String by;

    /** @param by the user's name in the history of versions */
    public Integrations(IntegrationManager manager, String by) {
        this.manager = manager;
        this.by = by;
    }

    /**
     * Builds a pipeline between two endpoints and deploys it, named after its ends.
     *
     * @param source endpoint to read from; the name of a connection is a scheme, such as {@code orders-db:select …}
     * @param target endpoint to write to
     * @param mode how data moves
     * @param optimization how resources are traded for speed
     * @param monitoring what it tells of itself
     * @return the receipt; a refused pipeline has its findings there and leaves everything as it was
     * @throws IllegalArgumentException when what is asked for makes no sense, with every reason
     */
    public Receipt integrate(
            String source, String target, IntegrationMode mode, Optimization optimization, Monitoring monitoring) {
        return integrate(source, List.of(target), mode, optimization, monitoring);
    }

    /**
     * The same with several targets, for mode {@code INTELLIGENT}: the target that took the last message gets the next one, and when
     * it fails the others are tried in turn, once each. How fast a target is plays no part yet.
     */
    public Receipt integrate(
            String source,
            List<String> targets,
            IntegrationMode mode,
            Optimization optimization,
            Monitoring monitoring) {
        return integrate(
                Pipeline.between(source, targets, mode).with(optimization).with(monitoring));
    }

    /** Deploys a pipeline that was given a name of its own. */
    public Receipt integrate(Pipeline pipeline) {
        return manager.deploy(pipeline.bundle(), by);
    }
}
