package dev.serai.adapter.legacy.copybook.language;

/** A copybook, or its rules, that cannot be used: where, what was seen, and what to do. */
public final class CopybookException extends RuntimeException {

    private final String file;
    private final int line;
    private final int column;
    private final String problem;
    private final String hint;

    /**
     * @param file the copybook or the rules, as the reader of the message knows them
     * @param line from 1; 0 for the whole file
     * @param column from 1; 0 when unknown
     * @param problem what was seen and what was expected
     * @param hint what to do; may be empty
     */
    public CopybookException(String file, int line, int column, String problem, String hint) {
        super(place(file, line, column) + ": " + problem + (hint.isEmpty() ? "" : "; " + hint));
        this.file = file;
        this.line = line;
        this.column = column;
        this.problem = problem;
        this.hint = hint;
    }

    private static String place(String file, int line, int column) {
        return line == 0 ? file : file + ":" + line + (column == 0 ? "" : ":" + column);
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String problem() {
        return problem;
    }

    public String hint() {
        return hint;
    }
}
