package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Metadata;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.catalog.Distribution;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a bundle may run: every check runs, all findings are told together. Built once and shared; what the checks need is
 * loaded when a bundle first needs it.
 */
public final class Gate {

    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Distribution distribution;
    private final JavaSources compiler = new JavaSources();
    private final Libraries libraries;
    private final List<Check> checks;

    /** A gate for what the core alone can run. */
    public Gate(List<Check> more) {
        this(more, Libraries.NONE);
    }

    /**
     * @param more further checks, run after the gate's own
     * @param libraries what there is beside the core
     */
    public Gate(List<Check> more, Libraries libraries) {
        this.libraries = libraries;
        this.distribution = new Distribution(libraries::provide, libraries::hold);
        this.checks =
                Stream.concat(own(libraries::lend).stream(), more.stream()).toList();
    }

    private static List<Check> own(Consumer<CamelContext> libraries) {
        return List.of(
                candidate -> candidate.sources().findings(),
                candidate -> candidate.metadataFile().findings(),
                new PropertiesCheck(),
                candidate -> candidate.compilation().findings(),
                new RoutePresence(),
                new EndpointCheck(),
                new ExpressionCheck(libraries),
                new DataFormatCheck(),
                new CopybookCheck(),
                new BeanCheck(),
                new PlaceholderCheck(),
                new ClearTextCheck(),
                new ResourceCheck(),
                new TargetCheck(),
                new UniquenessCheck());
    }

    /** Never throws for what is in the bundle: what a check cannot digest is a finding too. */
    public Verdict check(Bundle bundle, Landscape landscape) {
        Candidate candidate = new Candidate(bundle, landscape, distribution, compiler, libraries);
        for (Check check : checks) {
            candidate.findings().addAll(findings(check, candidate));
        }
        boolean accepted = !candidate.isRefused();
        return new Verdict(
                candidate.findings().stream().distinct().toList(),
                accepted ? candidate.metadata() : Metadata.NONE,
                accepted ? candidate.claims() : List.of(),
                accepted ? candidate.classes() : CompiledClasses.NONE);
    }

    private static List<Finding> findings(Check check, Candidate candidate) {
        try {
            return check.check(candidate);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn("a check could not digest {}", candidate.bundle(), e);
            Problems problems = new Problems(candidate.bundle(), "gate");
            problems.error(
                    Place.of(""),
                    "the gate could not check this: " + e.getClass().getSimpleName() + " " + e.getMessage(),
                    "the log has the details");
            return problems.found();
        }
    }
}
