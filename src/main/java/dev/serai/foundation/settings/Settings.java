package dev.serai.foundation.settings;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that can be set, resolved and checked before anything starts.
 *
 * @param home the folder with {@code routes/ config/ connectors/ transformations/ state/}
 * @param http the HTTP server of the integrations
 * @param management the management port
 * @param access who gets in there
 * @param oidc the identity provider
 * @param tls TLS of both ports
 * @param store the store
 * @param watch the watched folder
 * @param deploy deployment
 * @param optimization what saves work
 * @param retry redelivery
 * @param health when something counts as standing still
 * @param tracing traces
 * @param log the log
 * @param history message history
 * @param audit the audit trail
 * @param anomaly what is unusual
 */
public record Settings(
        Path home,
        HttpSettings http,
        ManagementSettings management,
        AccessSettings access,
        OidcSettings oidc,
        TlsSettings tls,
        StoreSettings store,
        WatchSettings watch,
        DeploySettings deploy,
        OptimizationSettings optimization,
        RetrySettings retry,
        HealthSettings health,
        TracingSettings tracing,
        LogSettings log,
        HistorySettings history,
        AuditSettings audit,
        AnomalySettings anomaly) {

    public static final Key<String> PROFILE = Key.of(
            "serai.profile",
            Kind.TEXT,
            "",
            "Name of the profile, such as prod",
            "application-<profile>.properties is read above application.properties, in config/ and in each integration");

    /** Every key there is, in the order of the manual. */
    public static final List<Key<?>> KEYS = Stream.of(
                    List.<Key<?>>of(PROFILE),
                    HttpSettings.KEYS,
                    ManagementSettings.KEYS,
                    AccessSettings.KEYS,
                    OidcSettings.KEYS,
                    TlsSettings.KEYS,
                    StoreSettings.KEYS,
                    WatchSettings.KEYS,
                    DeploySettings.KEYS,
                    ProbationSettings.KEYS,
                    OptimizationSettings.KEYS,
                    RetrySettings.KEYS,
                    PackSettings.KEYS,
                    HealthSettings.KEYS,
                    TracingSettings.KEYS,
                    LogSettings.KEYS,
                    HistorySettings.KEYS,
                    AuditSettings.KEYS,
                    AnomalySettings.KEYS)
            .<Key<?>>flatMap(Collection::stream)
            .toList();

    /** The settings that the values say, for a home folder. */
    public static Settings from(Path home, Values values) {
        return new Settings(
                home,
                HttpSettings.from(values),
                ManagementSettings.from(values),
                AccessSettings.from(values),
                OidcSettings.from(values),
                TlsSettings.from(values),
                StoreSettings.from(values),
                WatchSettings.from(values),
                DeploySettings.from(values),
                OptimizationSettings.from(values),
                RetrySettings.from(values),
                HealthSettings.from(values),
                TracingSettings.from(values),
                LogSettings.from(values),
                HistorySettings.from(values),
                AuditSettings.from(values),
                AnomalySettings.from(values));
    }

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
