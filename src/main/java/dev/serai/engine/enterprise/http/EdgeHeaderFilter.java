package dev.serai.engine.enterprise.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/**
 * Lets no header, query parameter or form field named {@code Camel…} in, in any case: inside they are commands to components. What goes out is
 * decided by the name alone, and remembered: Camel looks at every header of every answer with regular expressions.
 */
final class EdgeHeaderFilter extends HttpHeaderFilterStrategy {

    private static final String[] INTERNAL = {"camel", "org.apache.camel", "serai"};

    /** Form fields become headers, and strangers choose their names: the memory must not grow with them. */
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Boolean> heldBack = new ConcurrentHashMap<>();

    @Override
    public boolean applyFilterToCamelHeaders(String headerName, Object headerValue, Exchange exchange) {
        Boolean known = headerValue == null ? null : heldBack.get(headerName);
        if (known != null) {
            return known;
        }
        boolean held = super.applyFilterToCamelHeaders(headerName, headerValue, exchange);
        if (headerValue != null && heldBack.size() < MOST_REMEMBERED) {
            heldBack.put(headerName, held);
        }
        return held;
    }

    @Override
    public boolean applyFilterToExternalHeaders(String headerName, Object headerValue, Exchange exchange) {
        return isInternal(headerName) || super.applyFilterToExternalHeaders(headerName, headerValue, exchange);
    }

    private static boolean isInternal(String name) {
        for (String prefix : INTERNAL) {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }
}
