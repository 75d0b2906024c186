package dev.serai.runtime;

import dev.serai.console.ManagementServer;
import dev.serai.foundation.settings.Settings;
import java.util.List;

/**
 * Where the management server listens.
 *
 * @param number the TCP port; 0 while it is closed
 * @param url where it is found
 * @param paths of all that is mounted there
 */
record ManagementPort(int number, String url, List<String> paths) {

    static final ManagementPort CLOSED = new ManagementPort(0, "", List.of());

    ManagementPort {
        paths = List.copyOf(paths);
    }

    static ManagementPort open(ManagementServer server, Settings settings, Tls tls) {
        int number = server.start();
        String url = Tls.url(tls.management(), settings.management().host(), number);
        return new ManagementPort(number, url, server.paths());
    }
}
