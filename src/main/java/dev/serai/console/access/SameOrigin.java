package dev.serai.console.access;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;

/**
 * Whether a request that a browser adds its cookie to comes from the console's own pages. A page of another origin, another port of this machine
 * included, can make a browser send requests too; the browser then says so.
 */
final class SameOrigin {

    private SameOrigin() {}

    /** For a request that is known by its cookie. */
    static boolean allows(Request request) {
        boolean safe = isSafe(request);
        String site = request.getHeaders().get("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || (safe && (site.equals("none") || isNavigation(request)));
        }
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null) {
            return origin.equals(own(request));
        }
        return safe && (!isJolokia(request) || isReferredByOwn(request));
    }

    /** For a request that has no cookie, as a login: a browser says where it comes from, a program does not. */
    static boolean allowsProgram(Request request) {
        boolean browser = request.getHeaders().contains("Sec-Fetch-Site")
                || request.getHeaders().contains(HttpHeader.ORIGIN);
        return !browser || allows(request);
    }

    private static boolean isSafe(Request request) {
        return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
    }

    /** A link that a person followed shows a page; Jolokia executes operations by GET too, so it is never a page to show. */
    private static boolean isNavigation(Request request) {
        return "navigate".equals(request.getHeaders().get("Sec-Fetch-Mode")) && !isJolokia(request);
    }

    private static boolean isJolokia(Request request) {
        return Request.getPathInContext(request).startsWith(Doors.JOLOKIA);
    }

    private static boolean isReferredByOwn(Request request) {
        String referer = request.getHeaders().get(HttpHeader.REFERER);
        return referer != null && referer.startsWith(own(request) + "/");
    }

    /** The origin under which the browser sees this server. */
    static String own(Request request) {
        String scheme = request.getHttpURI().getScheme();
        int port = Request.getServerPort(request);
        boolean usual = port <= 0 || port == usualPort(scheme);
        return scheme + "://" + Request.getServerName(request) + (usual ? "" : ":" + port);
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
