package dev.serai.management.lifecycle.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a replaced endpoint answers.
 *
 * @param body the new body; the message keeps its own when none is given
 * @param headers headers that are set
 * @param failure what it fails with; null when it does not
 */
record Answer(
        Body body, Map<String, Object> headers, @Nullable Failure failure) {

    /**
     * A failure of a replaced endpoint.
     *
     * @param exception class name of the exception
     * @param message its message
     * @param status the HTTP status it stands for; 0 when it is no HTTP answer
     */
    record Failure(String exception, String message, int status) {}
}
