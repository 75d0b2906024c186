package dev.serai.foundation.settings;

import java.nio.file.Path;

/**
 * Everything that can be set, resolved and checked before anything starts.
 *
 * @param home the folder with {@code routes/ config/ connectors/ transformations/ state/}
 * @param http the HTTP server of the integrations
 * @param management the management port
 * @param store the store
 * @param watch the watched folder
 * @param deploy deployment
 * @param retry redelivery
 */
public record Settings(
        Path home,
        HttpSettings http,
        ManagementSettings management,
        StoreSettings store,
        WatchSettings watch,
        DeploySettings deploy,
        RetrySettings retry) {

    public Path routes() {
        return home.resolve("routes");
    }

    public Path config() {
        return home.resolve("config");
    }

    public Path transformations() {
        return home.resolve("transformations");
    }

    public Path connectors() {
        return home.resolve("connectors");
    }

    public Path state() {
        return home.resolve("state");
    }
}
