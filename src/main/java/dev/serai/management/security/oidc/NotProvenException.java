package dev.serai.management.security.oidc;

/** What was shown does not prove who somebody is; the message says why, without what was shown. */
public final class NotProvenException extends Exception {

    private static final long serialVersionUID = 1;

    NotProvenException(String message) {
        super(message);
    }

    NotProvenException(String message, Throwable cause) {
        super(message, cause);
    }
}
