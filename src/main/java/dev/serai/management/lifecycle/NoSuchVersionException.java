package dev.serai.management.lifecycle;

/** There is no such integration, or it has no such version. The message says which there are. */
public final class NoSuchVersionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoSuchVersionException(String message) {
        super(message);
    }
}
