package dev.serai.foundation.settings;

import java.util.List;

/**
 * The management port, {@code serai.management.*}.
 *
 * @param host see {@link #HOST}
 * @param port see {@link #PORT}
 */
public record ManagementSettings(String host, int port) {

    public static final Key<String> HOST = Key.of(
            "serai.management.host",
            Kind.NAME,
            "127.0.0.1",
            "Interface that the management server binds",
            "0.0.0.0 opens it to other machines; every call needs a login either way");
    public static final Key<Integer> PORT = Key.of(
            "serai.management.port",
            Kind.PORT,
            "9876",
            "TCP port of the management server",
            "0 takes any free one; a port in use keeps Serai from starting");

    public static final List<Key<?>> KEYS = List.of(HOST, PORT);

    public ManagementSettings {
        HOST.check(host);
        PORT.check(port);
    }

    public static ManagementSettings from(Values values) {
        return new ManagementSettings(values.get(HOST), values.get(PORT));
    }
}
