package dev.serai.foundation;

/**
 * One thing that a check has to say about a bundle, with the place a person can jump to.
 *
 * @param severity whether it refuses the change
 * @param file path relative to the home folder, such as {@code routes/orders/orders.camel.yaml}
 * @param line line in the file, from 1; 0 when the finding is about the whole file or folder
 * @param column column in the line, from 1; 0 when unknown
 * @param check the check that found it, in kebab-case, such as {@code endpoint-options}
 * @param message what was seen and what was expected, in one sentence
 * @param hint what to do next; empty when there is nothing to add
 */
public record Finding(Severity severity, String file, int line, int column, String check, String message, String hint) {

    public static Finding error(String file, int line, int column, String check, String message, String hint) {
        return new Finding(Severity.ERROR, file, line, column, check, message, hint);
    }

    public static Finding warning(String file, int line, int column, String check, String message, String hint) {
        return new Finding(Severity.WARNING, file, line, column, check, message, hint);
    }

    public boolean refuses() {
        return severity == Severity.ERROR;
    }

    /** The place in the form editors and terminals make clickable: {@code file:line:column}, as far as it is known. */
    public String place() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }

    /** One line for a person: place, message, hint. */
    public String sentence() {
        return place() + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
    }
}
