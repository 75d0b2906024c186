package dev.serai.management.security.audit;

import dev.serai.management.security.Caller;

/**
 * One act that goes on record.
 *
 * @param caller who; a failed login names the user that was tried
 * @param action what, such as {@code integration.deploy}, {@code login}, {@code jolokia.exec}
 * @param subject on what, such as {@code orders@7}; empty when it is the runtime as a whole
 * @param outcome what came of it
 * @param detail more in one sentence; never a secret, never a payload
 */
public record AuditEvent(Caller caller, String action, String subject, Outcome outcome, String detail) {

    /** What came of an act. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was understood and refused on its merits, such as a deployment with findings or a wrong password. */
        REFUSED,
        /** The caller may not do it. */
        DENIED,
        /** It was tried and failed. */
        FAILED
    }
}
