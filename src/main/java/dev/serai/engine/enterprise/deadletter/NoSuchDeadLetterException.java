package dev.serai.engine.enterprise.deadletter;

/** There is no dead letter of that number, or it is settled already. */
public final class NoSuchDeadLetterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchDeadLetterException(String message) {
        super(message);
    }
}
