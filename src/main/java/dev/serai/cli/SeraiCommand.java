package dev.serai.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line's root. */
@Command(
        name = "serai",
        header = "Serai, an enterprise integration runtime on Apache Camel.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai run                       run the integrations in ./routes",
            "  serai status                    what runs, and what was refused and why",
            "  serai validate routes/orders    check an integration without running it",
            "  serai rollback orders           bring the version before back",
            "",
            "Exit codes: 0 fine, 1 refused or failed, 2 wrong usage.",
            "Every command has examples in its own help: serai COMMAND --help"
        })
final class SeraiCommand implements Runnable {

    @Mixin
    @SuppressWarnings("unused") // read by picocli
    private final GlobalOptions options;

    @Spec
    private @Nullable CommandSpec spec;

    SeraiCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "no command was given");
    }
}
