package dev.serai.runtime;

import dev.serai.console.api.Act;
import dev.serai.console.api.AuditResource;
import dev.serai.console.api.SecretResource;
import dev.serai.foundation.Bundle;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.Version;
import dev.serai.foundation.secret.Secrets;
import dev.serai.foundation.settings.Settings;
import dev.serai.management.lifecycle.probation.Judgement;
import dev.serai.management.monitoring.connection.ConnectionChange;
import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the runtime does by itself goes on record: its start and end, what stands in the watched folder, what changed in the configuration. */
final class Auditing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);
    private static final Caller RUNTIME = Caller.runtime("serai");
    private static final Caller FOLDER = Caller.runtime("watched folder");

    private final Settings settings;
    private final AuditLog log;

    Auditing(Settings settings) {
        this.settings = settings;
        this.log = new AuditLog(settings.state().resolve("audit"), settings.audit());
        log.submit(new AuditEvent(RUNTIME, "runtime.start", "", Outcome.DONE, process()))
                .thenRun(this::configuration)
                .exceptionally(Auditing::told);
    }

    /** Where others record. */
    AuditLog log() {
        return log;
    }

    /** The runtime is ready; what was recorded during its start is written now, and does not slow it. */
    void begin() {
        log.begin();
    }

    /** What is told on the management port. */
    ManagementPart asked(Secrets secrets) {
        return ManagementPart.of(new AuditResource(log.folder()), new SecretResource(secrets));
    }

    private static String process() {
        return "Serai " + ProductVersion.get() + ", process "
                + ProcessHandle.current().pid() + " of " + System.getProperty("user.name", "?") + ", Java "
                + Runtime.version();
    }

    /** What changed in the configuration since the last start. */
    private void configuration() {
        try {
            new ConfigurationChanges(settings.config(), log.folder().resolve("configuration"))
                    .sinceLastStart()
                    .forEach(change -> log.submit(
                            new AuditEvent(RUNTIME, change.action(), change.subject(), Outcome.DONE, change.detail())));
        } catch (IOException e) {
            LOG.error("what changed in the configuration cannot be put on record: {}", e.toString());
        }
    }

    private static Void told(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        LOG.debug("the start is not on record", cause);
        return null;
    }

    /** A change in the watched folder was decided. */
    void saved(Bundle bundle, Receipt receipt) {
        Act act = Act.of(receipt);
        String detail = ownerOf(bundle) + (act.detail().isEmpty() ? "" : "; " + act.detail());
        log.submit(new AuditEvent(FOLDER, "integration.deploy", act.subject(), act.outcome(), detail));
    }

    /** Content in the watched folder that cannot be deployed at all. */
    void unusable(Bundle bundle, Finding first) {
        String detail = ownerOf(bundle) + "; " + first.place() + ": " + first.message();
        log.submit(new AuditEvent(FOLDER, "integration.deploy", bundle.name(), Outcome.REFUSED, detail));
    }

    /** A file is gone from the watched folder. */
    void gone(String name) {
        log.submit(new AuditEvent(FOLDER, "integration.undeploy", name, Outcome.DONE, "its file is gone"));
    }

    /** A version's probation ended by itself. */
    void probation(Version version, Judgement judgement) {
        log.submit(new AuditEvent(
                RUNTIME,
                judgement.passed() ? "integration.promote" : "integration.takeback",
                version.label(),
                Outcome.DONE,
                judgement.why()));
    }

    /** A changed transformation was taken up. */
    void transformation(String name) {
        log.submit(new AuditEvent(FOLDER, "transformation.change", name, Outcome.DONE, "its samples pass"));
    }

    /** A changed transformation was refused. */
    void transformation(String name, Finding first) {
        String detail = first.place() + ": " + first.message();
        log.submit(new AuditEvent(FOLDER, "transformation.change", name, Outcome.REFUSED, detail));
    }

    /** A change of a connection's file was decided. */
    void connection(String name, ConnectionChange change) {
        String file = "connections/" + name + ".yaml";
        String place = "config/" + file;
        String found = change.findings().isEmpty()
                ? ""
                : "; " + change.findings().get(0).place() + ": "
                        + change.findings().get(0).message();
        String switched = change.switched().isEmpty() ? "" : "; switched " + String.join(", ", change.switched());
        log.submit(new AuditEvent(
                FOLDER,
                "connection.change",
                name,
                change.accepted() ? Outcome.DONE : Outcome.REFUSED,
                owned(place, settings.config().resolve(file)) + switched + found));
        rememberConnections();
    }

    /** A connection's file is gone, and so is the connection. */
    void connectionGone(String name) {
        log.submit(new AuditEvent(FOLDER, "connection.change", name, Outcome.DONE, "its file is gone"));
        rememberConnections();
    }

    /** What is on record is not told again at the next start. */
    void rememberConnections() {
        try {
            new ConfigurationChanges(settings.config(), log.folder().resolve("configuration")).rememberConnections();
        } catch (IOException e) {
            LOG.warn("the next start will put a change of a connection on record once more: {}", e.toString());
        }
    }

    private String ownerOf(Bundle bundle) {
        return owned(bundle.place(), settings.routes().resolve(bundle.source()));
    }

    private static String owned(String place, Path file) {
        try {
            return place + ", which belongs to " + Files.getOwner(file).getName();
        } catch (IOException | UnsupportedOperationException | SecurityException notTold) {
            return place;
        }
    }

    @Override
    public void close() {
        log.submit(new AuditEvent(RUNTIME, "runtime.end", "", Outcome.DONE, "everything was drained and stopped"));
        log.close();
    }
}
