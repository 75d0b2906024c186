package dev.serai.console.api;

import java.util.function.Consumer;

/** Follows the log of an integration. */
public interface LogTail {

    /**
     * Hands over every further line.
     *
     * @param name the integration
     * @param line takes a line; it returns at once
     * @return ends the following when it is closed
     */
    Following follow(String name, Consumer<String> line);

    /** A following that has begun. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
