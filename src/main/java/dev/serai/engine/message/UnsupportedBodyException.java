package dev.serai.engine.message;

/** A body that is neither text, bytes nor JSON-able; the message says what to do in the route. */
public final class UnsupportedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnsupportedBodyException(String message) {
        super(message);
    }

    public UnsupportedBodyException(String message, Throwable cause) {
        super(message, cause);
    }
}
