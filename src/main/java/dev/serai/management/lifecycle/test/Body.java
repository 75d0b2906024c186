package dev.serai.management.lifecycle.test;

import org.jspecify.annotations.Nullable;

/**
 * The body of a message that a test sends or answers with.
 *
 * @param given whether the test says one
 * @param value the text, bytes or Java object; null for an empty body
 */
record Body(boolean given, @Nullable Object value) {

    static final Body NONE = new Body(false, null);

    static Body of(@Nullable Object value) {
        return new Body(true, value);
    }
}
