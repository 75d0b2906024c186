package dev.serai.foundation.settings;

import java.util.Locale;

/**
 * One key of the configuration: the single place that says what it means; defaults, checks and the manual come from here.
 *
 * @param <T> the type of its value
 * @param name such as {@code serai.http.port}
 * @param kind how its text is read and what is allowed
 * @param defaultValue as it would be written; may hold {@code {{serai.home}}}
 * @param scope who may set it
 * @param meaning what it decides
 * @param consequence what follows from a change, or from its extremes
 */
public record Key<T>(String name, Kind<T> kind, String defaultValue, Scope scope, String meaning, String consequence) {

    /** Who may set a key. */
    public enum Scope {
        /** The runtime as a whole. */
        RUNTIME,
        /** The runtime, and each integration for itself in its own properties. */
        INTEGRATION
    }

    public static <T> Key<T> of(String name, Kind<T> kind, String defaultValue, String meaning, String consequence) {
        return new Key<>(name, kind, defaultValue, Scope.RUNTIME, meaning, consequence);
    }

    /** The same key, open to integrations. */
    public Key<T> forIntegrations() {
        return new Key<>(name, kind, defaultValue, Scope.INTEGRATION, meaning, consequence);
    }

    /** The environment variable that sets it: {@code SERAI_HTTP_PORT}. */
    public String variable() {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    public boolean isSecret() {
        return kind == Kind.SECRET;
    }

    /**
     * Checks a value that did not come as text.
     *
     * @throws IllegalArgumentException naming the key, the value seen and what was expected
     */
    public T check(T value) {
        if (!kind.allows(value)) {
            throw new IllegalArgumentException(name + " is " + kind.shown(value) + "; expected " + kind.expected());
        }
        return value;
    }
}
