package dev.serai.management.security.audit;

/** Takes acts on record. The borders of the runtime write to it: the API, the console, Jolokia, the watched folder. */
@FunctionalInterface
public interface AuditTrail {

    /** Returns once the record is safe. */
    void record(AuditEvent event);
}
