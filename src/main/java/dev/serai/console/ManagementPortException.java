package dev.serai.console;

/** The management port cannot be had. The message says why and what to do. */
public final class ManagementPortException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ManagementPortException(String message, Throwable cause) {
        super(message, cause);
    }
}
