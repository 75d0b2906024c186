package dev.serai.cli;

import dev.serai.management.security.audit.LogVerifier;
import dev.serai.management.security.audit.Verification;
import dev.serai.management.security.audit.Witness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serai audit verify}: prove that no act on record was changed, removed, reordered or inserted; needs no running Serai. */
@Command(
        name = "verify",
        header = "Prove that the audit trail is as it was written; needs no running Serai.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai audit verify",
            "  serai audit verify --home /srv/serai --public-key /safe/place/key.pub",
            "  serai audit verify --expect 4711:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
        })
final class AuditVerifyCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "The public key, kept in a safe place. Default: state/audit/key.pub.")
    private @Nullable Path publicKey;

    @Option(
            names = "--expect",
            paramLabel = "NUMBER:HASH",
            description = "A record that was the last one when the trail was verified before: it must still be there.")
    private @Nullable String expect;

    AuditVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path folder = session.choices().home().resolve("state/audit");
        LogVerifier verifier = publicKey == null ? new LogVerifier(folder) : new LogVerifier(folder, publicKey);
        Verification verification = verification(verifier);
        session.screen().show(verification, this::print);
        return verification.valid() ? ExitCode.FINE : ExitCode.FAILED;
    }

    private Verification verification(LogVerifier verifier) {
        try {
            return verifier.verify(Optional.ofNullable(expect).map(Witness::parse));
        } catch (IllegalArgumentException e) {
            throw new CommandException(String.valueOf(e.getMessage()), "see: serai audit verify --help", e);
        } catch (IOException e) {
            throw new CommandException(
                    "the audit trail cannot be read: " + e.getMessage(),
                    "only the user who runs Serai may read it; name its home with --home",
                    e);
        }
    }

    private void print(Verification verification) {
        Screen screen = session.screen();
        if (!verification.valid()) {
            Long first = verification.firstWrong();
            screen.line(screen.red("NOT VALID") + "  " + (first == null ? "" : "record " + first + ": ")
                    + verification.reason());
            return;
        }
        screen.line(screen.green("valid") + "  " + Words.count(verification.records(), "record")
                + (verification.records() == 0 ? "" : ", the last is " + verification.last()));
        screen.line("       keep this elsewhere to prove it later: --expect " + verification.last() + ":"
                + verification.hash());
        if (verification.unsealed() > 0) {
            screen.line("       " + Words.count(verification.unsealed(), "line")
                    + " behind the last seal: no act among them was acknowledged");
        }
    }
}
