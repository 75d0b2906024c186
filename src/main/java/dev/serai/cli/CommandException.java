package dev.serai.cli;

/** A command cannot do what it was asked. It ends with exit code 1, a sentence and a hint. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param message place, what was seen, what was expected
     * @param hint what to do next; empty when there is nothing to add
     */
    public CommandException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    public CommandException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
