package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * Who gets in at the management port, and how it stands behind a proxy.
 *
 * @param metricsOpen see {@link #METRICS_OPEN}
 * @param contextPath see {@link #CONTEXT_PATH}
 * @param forwarded see {@link #FORWARDED}
 * @param adminPassword see {@link #ADMIN_PASSWORD}
 * @param idle see {@link #SESSION_IDLE}
 * @param longest see {@link #SESSION_LONGEST}
 * @param clientRoles see {@link #CLIENT_ROLES}
 */
public record AccessSettings(
        boolean metricsOpen,
        String contextPath,
        boolean forwarded,
        Secret adminPassword,
        Duration idle,
        Duration longest,
        ClientRoles clientRoles) {

    public static final Key<Boolean> METRICS_OPEN = Key.of(
            "serai.management.metrics-open",
            Kind.FLAG,
            "false",
            "Whether /observe/metrics is answered without a token",
            "true for a scraper that cannot send one, on a network that nobody else reaches");
    public static final Key<String> CONTEXT_PATH = Key.of(
            "serai.management.context-path",
            Kind.form("path", "a path such as /serai, without a slash at its end, or nothing", "(/[A-Za-z0-9._~-]+)*"),
            "",
            "Path under which a reverse proxy shows the management port",
            "Links and redirects begin with it; calls without it are answered too, for probes and the command line");
    public static final Key<Boolean> FORWARDED = Key.of(
            "serai.management.forwarded",
            Kind.FLAG,
            "false",
            "Whether Forwarded and X-Forwarded-* headers are believed",
            "true only behind a proxy that overwrites them: otherwise a caller chooses its own address");
    public static final Key<Secret> ADMIN_PASSWORD = Key.of(
            "serai.management.admin-password",
            Kind.SECRET,
            "",
            "Password of the user admin, who is made on the first start",
            "Empty: one is generated and printed once. Afterwards it has no effect");
    public static final Key<Duration> SESSION_IDLE = Key.of(
            "serai.session.idle",
            Kind.POSITIVE_DURATION,
            "30m",
            "How long a login lasts without a person doing anything",
            "What the console asks by itself does not count");
    public static final Key<Duration> SESSION_LONGEST = Key.of(
            "serai.session.longest",
            Kind.POSITIVE_DURATION,
            "12h",
            "How long a login lasts at most",
            "Afterwards the password is asked for again; a restart ends all logins too");
    public static final Key<ClientRoles> CLIENT_ROLES = Key.of(
            "serai.management.client-roles",
            Kind.CLIENT_ROLES,
            "",
            "Roles of callers by the subject of their certificate: pairs such as CN=prometheus,O=Shop=viewer, with semicolons between them",
            "Such a caller needs no token. It works with serai.management.tls.client-auth only; empty: a certificate is no login");

    public static final List<Key<?>> KEYS =
            List.of(METRICS_OPEN, CONTEXT_PATH, FORWARDED, ADMIN_PASSWORD, SESSION_IDLE, SESSION_LONGEST, CLIENT_ROLES);

    /** Nothing opened, no proxy. */
    public static final AccessSettings DEFAULT = new AccessSettings(
            false, "", false, Secret.NONE, Duration.ofMinutes(30), Duration.ofHours(12), ClientRoles.NONE);

    public AccessSettings {
        CONTEXT_PATH.check(contextPath);
        SESSION_IDLE.check(idle);
        SESSION_LONGEST.check(longest);
    }

    public static AccessSettings from(Values values) {
        return new AccessSettings(
                values.get(METRICS_OPEN),
                values.get(CONTEXT_PATH),
                values.get(FORWARDED),
                values.get(ADMIN_PASSWORD),
                values.get(SESSION_IDLE),
                values.get(SESSION_LONGEST),
                values.get(CLIENT_ROLES));
    }
}
