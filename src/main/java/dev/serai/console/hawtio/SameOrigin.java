package dev.serai.console.hawtio;

import java.net.URI;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Whether a request may come from a page of the console, or from no page at all. A browser says by {@code Sec-Fetch-Site} what the page is to the
 * address it calls, also behind a proxy; an older one says the page's {@code Origin}, which must then be the address called.
 */
final class SameOrigin {

    private static final String SITE = "Sec-Fetch-Site";

    private SameOrigin() {}

    static boolean has(Request request) {
        HttpFields headers = request.getHeaders();
        String site = headers.get(SITE);
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = headers.get(HttpHeader.ORIGIN);
        return origin == null || authority(origin).equals(request.getHttpURI().getAuthority());
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
