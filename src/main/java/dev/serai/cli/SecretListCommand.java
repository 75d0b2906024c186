package dev.serai.cli;

import dev.serai.foundation.secret.SecretException;
import dev.serai.foundation.secret.Secrets;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serai secret list}: the names of the secrets; needs no running Serai and no key. */
@Command(
        name = "list",
        header = "The names of the secrets; needs no running Serai and no key.",
        footerHeading = "%nExamples:%n",
        footer = {"  serai secret list"})
final class SecretListCommand implements Callable<Integer> {

    private final Session session;

    SecretListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.screen().show(names(), this::print);
        return ExitCode.FINE;
    }

    private SortedSet<String> names() {
        try {
            return new Secrets(session.choices().home(), session.environment()).names();
        } catch (SecretException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e.hint(), e);
        }
    }

    private void print(SortedSet<String> names) {
        if (names.isEmpty()) {
            session.screen().line("no secrets; set one with: serai secret set NAME");
        }
        names.forEach(session.screen()::line);
    }
}
