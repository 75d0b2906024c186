package dev.serai.management.monitoring;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The integration on whose behalf something was logged. It is told, in this order, by the key {@code integration} of the logging context, by
 * Camel's key there, or by the name of a thread that Camel made; the last two are {@code name@version}.
 *
 * @param integration its name
 * @param version number of the version; empty when not told
 */
record LogOwner(String integration, String version) {

    static final String INTEGRATION = "integration";
    static final String VERSION = "version";
    private static final String CAMEL_CONTEXT = "camel.contextId";
    private static final String CAMEL_THREAD = "Camel (";

    static Optional<LogOwner> of(ILoggingEvent event) {
        Map<String, String> keys = event.getMDCPropertyMap();
        String integration = keys.get(INTEGRATION);
        if (integration != null) {
            return Optional.of(new LogOwner(integration, keys.getOrDefault(VERSION, "")));
        }
        String context = keys.get(CAMEL_CONTEXT);
        return parse(context != null ? context : contextIn(event.getThreadName()));
    }

    /** How it is shown: {@code orders@7}, or {@code orders} when the version is not known. */
    String label() {
        return version.isEmpty() ? integration : integration + "@" + version;
    }

    private static @Nullable String contextIn(@Nullable String thread) {
        if (thread == null || !thread.startsWith(CAMEL_THREAD)) {
            return null;
        }
        int end = thread.indexOf(')', CAMEL_THREAD.length());
        return end < 0 ? null : thread.substring(CAMEL_THREAD.length(), end);
    }

    private static Optional<LogOwner> parse(@Nullable String label) {
        int at = label == null ? -1 : label.lastIndexOf('@');
        if (label == null || at <= 0) {
            return Optional.empty();
        }
        return Optional.of(new LogOwner(label.substring(0, at), label.substring(at + 1)));
    }
}
