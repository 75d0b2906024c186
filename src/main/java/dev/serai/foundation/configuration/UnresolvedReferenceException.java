package dev.serai.foundation.configuration;

/** A reference such as {@code {{env:NAME}}} leads nowhere. */
public final class UnresolvedReferenceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String hint;

    public UnresolvedReferenceException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
