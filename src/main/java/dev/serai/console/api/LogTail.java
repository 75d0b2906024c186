package dev.serai.console.api;

import java.util.function.Consumer;

/** Follows the log of an integration. */
public interface LogTail {

    /**
     * Hands over the newest lines, oldest first, then every new one; none is left out in between and none comes twice.
     *
     * @param name the integration
     * @param lines how many of the lines that are already there, from 0
     * @param line takes a line; it returns at once
     * @return ends the following when it is closed
     */
    Following follow(String name, int lines, Consumer<String> line);

    /** A following that has begun. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
