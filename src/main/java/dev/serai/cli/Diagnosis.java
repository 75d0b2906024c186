package dev.serai.cli;

/**
 * One thing that {@code serai doctor} looked at.
 *
 * @param subject what was looked at, such as {@code JDK}
 * @param grade how it is
 * @param message what was seen
 * @param hint what to do; empty when there is nothing to do
 */
public record Diagnosis(String subject, Grade grade, String message, String hint) {

    /** How it is. */
    public enum Grade {
        OK,
        /** Serai runs, but less well than it could. */
        WARNING,
        /** Serai cannot run so. */
        ERROR
    }
}
