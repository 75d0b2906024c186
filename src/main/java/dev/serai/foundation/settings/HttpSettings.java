package dev.serai.foundation.settings;

import java.time.Duration;
import java.util.List;

/**
 * The HTTP server of the integrations, {@code serai.http.*}.
 *
 * @param host see {@link #HOST}
 * @param port see {@link #PORT}
 * @param maxBodySize in bytes, see {@link #MAX_BODY_SIZE}
 * @param requestTimeout see {@link #REQUEST_TIMEOUT}
 * @param maxThreads see {@link #MAX_THREADS}
 */
public record HttpSettings(String host, int port, long maxBodySize, Duration requestTimeout, int maxThreads) {

    public static final Key<String> HOST = Key.of(
            "serai.http.host",
            Kind.NAME,
            "0.0.0.0",
            "Interface that the integrations' HTTP server binds",
            "127.0.0.1 hides the integrations from other machines");
    public static final Key<Integer> PORT = Key.of(
            "serai.http.port",
            Kind.PORT,
            "8080",
            "TCP port of the integrations' HTTP server",
            "0 takes any free one; a port in use keeps Serai from starting");
    public static final Key<Long> MAX_BODY_SIZE = Key.of(
            "serai.http.max-body-size",
            Kind.SIZE,
            "10MB",
            "Largest request body",
            "A larger one is answered with 413 and never reaches a route");
    public static final Key<Duration> REQUEST_TIMEOUT = Key.of(
            "serai.http.request-timeout",
            Kind.POSITIVE_DURATION,
            "60s",
            "How long a request may wait for its answer",
            "Afterwards the client gets 504; the route runs on");
    public static final Key<Integer> MAX_THREADS = Key.of(
            "serai.http.max-threads",
            Kind.count(1),
            "500",
            "Threads for blocking routes on a JDK without virtual threads",
            "More requests in flight wait for one of them; from JDK 21 up it has no effect");

    public static final List<Key<?>> KEYS = List.of(HOST, PORT, MAX_BODY_SIZE, REQUEST_TIMEOUT, MAX_THREADS);

    public HttpSettings {
        HOST.check(host);
        PORT.check(port);
        MAX_BODY_SIZE.check(maxBodySize);
        REQUEST_TIMEOUT.check(requestTimeout);
        MAX_THREADS.check(maxThreads);
    }

    public static HttpSettings from(Values values) {
        return new HttpSettings(
                values.get(HOST),
                values.get(PORT),
                values.get(MAX_BODY_SIZE),
                values.get(REQUEST_TIMEOUT),
                values.get(MAX_THREADS));
    }
}
