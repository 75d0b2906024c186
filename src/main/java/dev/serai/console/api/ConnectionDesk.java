package dev.serai.console.api;

import dev.serai.management.monitoring.connection.ConnectionStatus;
import java.util.List;
import java.util.Optional;

/** What a person can ask of the connections. */
public interface ConnectionDesk {

    /** All of them, by name. */
    List<ConnectionStatus> list();

    /** Asks the system behind one now, and waits; empty when there is no such connection. */
    Optional<ConnectionStatus> test(String name);
}
