package dev.serai.engine.enterprise.deadletter;

/** A redriven message failed again; it stays kept. */
public final class RedriveFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RedriveFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
