package dev.serai.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serai policy}: the commands below it. */
@Command(
        name = "policy",
        header = "The rules of governance; needs no running Serai.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  serai policy list", "  serai policy test", "  serai policy explain owner-required orders"})
final class PolicyCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "policy needs a command of its own");
    }
}
