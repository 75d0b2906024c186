package dev.serai.console.api;

import dev.serai.foundation.Finding;
import dev.serai.foundation.Receipt;
import dev.serai.management.monitoring.connection.ConnectionChange;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a change, as it goes on record.
 *
 * @param outcome whether it was done
 * @param subject what it was done to; empty for what the call's path names
 * @param detail more in one sentence
 */
public record Act(Outcome outcome, String subject, String detail) {

    /** It was done, and there is no more to say. */
    public static final Act DONE = new Act(Outcome.DONE, "", "");

    /** What a call's answer says of the change. */
    static Act of(Object answer) {
        if (answer instanceof Receipt receipt) {
            return of(receipt);
        }
        if (answer instanceof ConnectionChange change) {
            return of(change);
        }
        if (answer instanceof DeadLetterDesk.Redrive redrive) {
            return redrive.delivered()
                    ? new Act(Outcome.DONE, "", "delivered")
                    : new Act(Outcome.FAILED, "", "not delivered: " + redrive.cause());
        }
        return DONE;
    }

    private static Act of(ConnectionChange change) {
        List<Finding> findings = change.findings();
        String first = findings.isEmpty()
                ? ""
                : findings.get(0).place() + ": " + findings.get(0).message();
        String switched = change.switched().isEmpty() ? "" : "switched " + String.join(", ", change.switched());
        String detail = switched + (switched.isEmpty() || first.isEmpty() ? "" : "; ") + first;
        return new Act(change.accepted() ? Outcome.DONE : Outcome.REFUSED, "", detail);
    }

    /** What a receipt says: the version that was accepted, or why it was refused. */
    public static Act of(Receipt receipt) {
        Integer version = receipt.version();
        String subject = version == null ? receipt.name() : receipt.name() + "@" + version;
        return new Act(receipt.accepted() ? Outcome.DONE : Outcome.REFUSED, subject, told(receipt));
    }

    private static String told(Receipt receipt) {
        List<Finding> findings = receipt.accepted()
                ? receipt.findings()
                : receipt.findings().stream().filter(Finding::refuses).toList();
        @Nullable Integer active = receipt.activeVersion();
        String serves = receipt.accepted() || active == null ? "" : "; " + receipt.name() + "@" + active + " runs on";
        return findings.isEmpty()
                ? ""
                : findings.size() + (findings.size() == 1 ? " finding: " : " findings, the first: ")
                        + findings.get(0).place() + ": " + findings.get(0).message() + serves;
    }
}
