package dev.serai.console.api;

import dev.serai.management.monitoring.log.LogView;
import java.util.List;
import java.util.function.Consumer;

/** The log of an integration as it is and as it grows. */
public interface LogTail {

    /** The newest lines, oldest first. */
    List<String> newest(String name, int lines, LogView view);

    /**
     * Hands over every further line.
     *
     * @param name the integration
     * @param line takes a line; it returns at once
     * @return ends the following when it is closed
     */
    Following follow(String name, LogView view, Consumer<String> line);

    /** A following that has begun. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
