package dev.serai.service.governance.rule;

/** An expression that cannot be read, or not be evaluated. */
public final class RuleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param line in the expression, from 1; 0 when it is not known
     * @param column in that line, from 1; 0 when it is not known
     */
    public RuleException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
