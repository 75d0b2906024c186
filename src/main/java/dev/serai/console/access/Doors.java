package dev.serai.console.access;

import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpMethod;

/** What is answered to everybody; all other paths of the management port are for known callers. */
final class Doors {

    static final String CONSOLE = "/hawtio";
    static final String JOLOKIA = CONSOLE + "/jolokia";
    static final String LOGIN_PAGE = CONSOLE + "/login";

    private static final String METRICS = "/observe/metrics";

    /** Probes; what the login page is made of; what it asks before anybody is logged in. */
    private static final Set<String> OPEN = Set.of(
            "/observe/health",
            "/observe/health/",
            "/observe/health/live",
            "/observe/health/ready",
            LOGIN_PAGE,
            CONSOLE + "/index.html",
            CONSOLE + "/favicon.ico",
            CONSOLE + "/robots.txt",
            CONSOLE + "/hawtconfig.json",
            CONSOLE + "/plugin",
            CONSOLE + "/preset-connections",
            CONSOLE + "/keycloak/enabled",
            CONSOLE + "/proxy/enabled",
            CONSOLE + "/auth/logout",
            CONSOLE + "/auth/config/login",
            CONSOLE + "/auth/config/oidc",
            CONSOLE + "/auth/config/session-timeout",
            CONSOLE + "/auth/oidc/login",
            CONSOLE + "/auth/oidc/callback");

    /** Files of the console: programs, pictures, styles; nothing of this runtime. */
    private static final List<String> FILES =
            List.of(CONSOLE + "/static/", CONSOLE + "/img/", CONSOLE + "/branding/", CONSOLE + "/serai/");

    private static final String WORKER = CONSOLE + "/[a-z]+\\.worker\\.js";

    private static final String LOGIN = CONSOLE + "/auth/login";

    private final boolean metricsOpen;

    Doors(boolean metricsOpen) {
        this.metricsOpen = metricsOpen;
    }

    boolean isOpen(String method, String path) {
        if (HttpMethod.POST.is(method)) {
            return path.equals(LOGIN);
        }
        if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
            return false;
        }
        return OPEN.contains(path)
                || FILES.stream().anyMatch(path::startsWith)
                || path.matches(WORKER)
                || (metricsOpen && path.equals(METRICS));
    }

    /** Whether it tries to begin a session. */
    static boolean isLogin(String method, String path) {
        return HttpMethod.POST.is(method) && path.equals(LOGIN);
    }
}
