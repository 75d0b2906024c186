package dev.serai.console.api;

import dev.serai.management.monitoring.connection.ConnectionChange;

/** Where a person writes a connection's file. */
public interface ConnectionEditor {

    /** Checks a text and asks the system that it describes; nothing is changed. */
    ConnectionChange tryOut(String name, String text);

    /** Puts a text into force as the file of a connection, and writes it; one that is refused is not written. */
    ConnectionChange save(String name, String text);
}
