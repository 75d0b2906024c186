package dev.serai.runtime;

import dev.serai.console.api.ConnectionEditResource;
import dev.serai.console.api.ConnectorResource;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.cloud.connection.ConnectorCatalog;
import dev.serai.foundation.settings.Settings;
import dev.serai.management.lifecycle.control.IntegrationControl;
import dev.serai.management.lifecycle.watch.WatchedFolder;
import dev.serai.management.lifecycle.watch.Watcher;
import dev.serai.management.monitoring.connection.ConnectionNews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the folder of connections while Serai runs. */
final class WatchedConnections implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedConnections.class);

    private final Closing closing = new Closing();
    private final Settings settings;
    private final ConnectionSwap swap;
    private final ConnectorCatalog catalog;

    WatchedConnections(
            Settings settings,
            Connections connections,
            IntegrationControl control,
            ConnectionNews news,
            Auditing auditing) {
        this.settings = settings;
        this.catalog = new ConnectorCatalog(settings.connectors(), connections.packs());
        this.swap = closing.with(
                new ConnectionSwap(
                        settings.config().resolve("connections"),
                        connections,
                        new ConnectionUsers(connections, control, auditing),
                        news,
                        auditing),
                ConnectionSwap::close);
    }

    /** Begins to follow, unless that is switched off. */
    void begin() {
        Path folder = settings.config().resolve("connections");
        if (!settings.watch().enabled() || !isThere(folder)) {
            return;
        }
        swap.begin(settings.health().probeInterval(), settings.watch().scan());
        Watcher watcher = new Watcher(WatchedFolder.ofConnections(folder), settings.watch(), swap, List.of());
        closing.with(watcher, Watcher::close);
        watcher.start();
    }

    /** What is told on the management port. */
    ManagementPart asked() {
        return ManagementPart.of(
                new ConnectionEditResource(swap), new ConnectorResource(catalog::all, catalog::schema));
    }

    private static boolean isThere(Path folder) {
        try {
            Files.createDirectories(folder);
            return true;
        } catch (IOException e) {
            LOG.info("{} cannot be made, so that connections are not followed: {}", folder, e.toString());
            return false;
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
