package dev.serai.cli;

import dev.serai.console.api.Validation;
import dev.serai.engine.cloud.connection.ConnectorCatalog;
import dev.serai.engine.cloud.pack.ClassPlace;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.configuration.Explanation;
import dev.serai.management.lifecycle.test.TestReport;
import dev.serai.service.governance.policy.Evaluation;
import dev.serai.service.governance.policy.Policies;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What commands need that is not asked of a running Serai. The composition root builds it, on first use.
 *
 * <p>Every method tells what a person did wrong, such as a path that is not there, by a {@link CommandException}.
 */
public interface Workbench {

    /** A run is about to be asked for: what takes long and needs no choices can begin while the command line is read. */
    default void expectRun() {}

    /**
     * Runs Serai until it is stopped.
     *
     * @return the exit code of the process
     */
    int run(Choices choices);

    /** Passes every integration found at the paths, or all of the home when there are none, through the gate. */
    List<Validation> validate(Choices choices, List<Path> paths);

    /**
     * Runs the tests beside the routes found at the paths, or all of the home when there are none.
     *
     * @param report folder for JUnit XML
     */
    List<TestReport> test(Choices choices, List<Path> paths, Optional<Path> report);

    /** Each layer's value of a configuration key, and the winner. */
    Explanation explain(Choices choices, String key);

    /** Looks at everything Serai needs to run well. */
    List<Diagnosis> examine(Choices choices);

    /** Reads the integration that the file or folder is, wherever it lies. */
    Bundle read(Path path);

    /** Writes the route that joins two endpoints. */
    Bundle draft(Choices choices, Pipeline pipeline);

    /** Passes a bundle through the gate and, when that accepts it, puts it into {@code routes/}, for a home where no Serai runs. */
    Validation place(Choices choices, Bundle bundle);

    /** The connectors of the home. */
    ConnectorCatalog connectors(Choices choices);

    /** The policies of the home, as they stand in its folder. */
    Policies policies(Choices choices);

    /**
     * How a policy is evaluated for an integration.
     *
     * @param integration its name in the home, or its file or folder wherever it lies
     */
    List<Evaluation> explainPolicy(Choices choices, String policy, Path integration);

    /** Where a class comes from: the core, or which pack's jar. */
    List<ClassPlace> places(Choices choices, String className);
}
