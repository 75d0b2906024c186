package dev.serai.foundation;

import java.util.Locale;

/** Where a configured value can come from, lowest first: a value of a later layer wins. */
public enum ConfigurationLayer {
    /** What Serai assumes. */
    DEFAULTS,
    /** {@code config/application.properties}. */
    APPLICATION,
    /** {@code config/application-<profile>.properties}. */
    PROFILE,
    /** An integration's own {@code application.properties}, then its {@code application-<profile>.properties}. */
    INTEGRATION,
    /** Environment variables, such as {@code SERAI_STORE_URL} for {@code serai.store.url}. */
    ENVIRONMENT,
    /** System properties of the JVM. */
    SYSTEM_PROPERTY,
    /** {@code --set KEY=VALUE}. */
    COMMAND_LINE;

    /** The name a person reads: {@code system property}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
