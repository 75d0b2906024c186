package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an expression.
 *
 * @param message in plain words
 * @param index where in the expression, from 0; -1 when unknown
 */
public record Fault(String message, int index) {

    static Optional<Fault> of(@Nullable String message) {
        return of(message, -1);
    }

    /** Of a parser's message only the first line is for people: the others point into the text with spaces. */
    static Optional<Fault> of(@Nullable String message, int index) {
        return Optional.of(new Fault(String.valueOf(message).split("\\R", 2)[0].strip(), index));
    }
}
