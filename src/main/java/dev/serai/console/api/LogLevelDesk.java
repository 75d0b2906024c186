package dev.serai.console.api;

import java.util.Optional;

/** How much each integration tells, while it runs. */
public interface LogLevelDesk {

    /** What was set for the integration; empty when it tells what all do. */
    Optional<String> level(String name);

    /** What holds where nothing is set. */
    String standard();

    /** @param level ERROR, WARN, INFO, DEBUG or TRACE */
    void set(String name, String level);

    /** From now on it tells again what all do. */
    void reset(String name);
}
