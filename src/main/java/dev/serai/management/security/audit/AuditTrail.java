package dev.serai.management.security.audit;

/** Takes acts on record. The borders of the runtime write to it: the API, the console, Jolokia, the watched folder. */
@FunctionalInterface
public interface AuditTrail {

    /**
     * Returns once the record is safe.
     *
     * @throws AuditException when it could not be written; the act is kept in memory and written with the next one that can be
     */
    void record(AuditEvent event);

    /**
     * Asked before a change is begun: what could not be put on record is not done.
     *
     * @throws AuditException when acts cannot be written now
     */
    default void expectRecord() {}
}
