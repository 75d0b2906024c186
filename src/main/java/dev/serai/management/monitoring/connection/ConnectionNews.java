package dev.serai.management.monitoring.connection;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The newest change of each connection whose file changed while Serai ran. */
public final class ConnectionNews {

    private final Map<String, ConnectionChange> byName = new ConcurrentHashMap<>();

    public void tell(String connection, ConnectionChange change) {
        byName.put(connection, change);
    }

    public void forget(String connection) {
        byName.remove(connection);
    }

    /** By the name of the connection. */
    public Map<String, ConnectionChange> all() {
        return new TreeMap<>(byName);
    }
}
