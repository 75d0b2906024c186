package dev.serai.management.security.audit;

/** An act cannot be put on record; the message says why and what to do. */
public final class AuditException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public AuditException(String message) {
        super(message);
    }

    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
