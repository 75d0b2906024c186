package dev.serai.management.lifecycle.test;

/** The failure that a test asks of a replaced endpoint when it names no other exception. */
public final class MockFailureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MockFailureException(String message) {
        super(message);
    }
}
