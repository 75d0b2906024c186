package dev.serai.foundation.secret;

/** A secret cannot be opened or kept; the message names it, never its value. */
public final class SecretException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String hint;

    public SecretException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public SecretException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
