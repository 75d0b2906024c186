package dev.serai.foundation.settings;

import java.time.Duration;

/**
 * The HTTP server of the integrations, {@code serai.http.*}.
 *
 * @param host interface to bind, default 0.0.0.0
 * @param port TCP port, default 8080; 0 takes any free one
 * @param maxBodySize largest request body in bytes, default 10MB; a larger one is answered with 413
 * @param requestTimeout a request without an answer after this is answered with 504, default 60s
 * @param maxThreads platform threads for blocking routes where the JDK has no virtual threads, default 500
 */
public record HttpSettings(String host, int port, long maxBodySize, Duration requestTimeout, int maxThreads) {}
