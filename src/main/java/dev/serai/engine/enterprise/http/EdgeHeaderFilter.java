package dev.serai.engine.enterprise.http;

import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpHeaderFilterStrategy;

/** Lets no header, query parameter or form field named {@code Camel…} in, in any case: inside they are commands to components. */
final class EdgeHeaderFilter extends HttpHeaderFilterStrategy {

    private static final String[] INTERNAL = {"camel", "org.apache.camel", "serai"};

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
