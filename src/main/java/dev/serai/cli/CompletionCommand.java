package dev.serai.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serai completion}: write a completion script for bash and zsh. */
@Command(
        name = "completion",
        header = "Write a completion script for bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(serai completion)", "  serai completion > /etc/bash_completion.d/serai"})
final class CompletionCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String script =
                AutoComplete.bash("serai", Objects.requireNonNull(spec).root().commandLine());
        session.screen().show(new Script(script), completion -> session.screen().line(completion.script()));
        return ExitCode.FINE;
    }

    /** The same for programs. */
    record Script(String script) {}
}
