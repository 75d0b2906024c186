package dev.serai.engine.enterprise.http;

import java.util.concurrent.Executor;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;

/** Hands the HTTP consumers of one version's routes to that version's router instead of a server of their own. */
final class HttpEngine implements PlatformHttpEngine {

    private final HttpVersion version;
    private final Executor workers;
    private final int port;

    HttpEngine(HttpVersion version, Executor workers, int port) {
        this.version = version;
        this.workers = workers;
        this.port = port;
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        return new HttpRouteConsumer(endpoint, processor, version, workers);
    }

    @Override
    public int getServerPort() {
        return port;
    }
}
