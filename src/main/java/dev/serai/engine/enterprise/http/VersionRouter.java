package dev.serai.engine.enterprise.http;

import dev.serai.foundation.settings.HttpSettings;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.TimeoutHandler;
import java.nio.file.Path;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Camel's view of a version's router, with the limits of the edge on every route: time, body size, where uploads may lie. */
final class VersionRouter extends VertxPlatformHttpRouter {

    private static final int GATEWAY_TIMEOUT = 504;

    private final HttpSettings settings;
    private final Path uploads;

    VersionRouter(Vertx vertx, Router router, HttpSettings settings, Path uploads) {
        super(null, vertx, router, HttpVersion.ROUTER);
        this.settings = settings;
        this.uploads = uploads;
    }

    @Override
    public Route route(String path) {
        Route route = super.route(path);
        return settings.requestTimeout().isZero()
                ? route
                : route.handler(TimeoutHandler.create(settings.requestTimeout().toMillis(), GATEWAY_TIMEOUT));
    }

    @Override
    public Handler<RoutingContext> bodyHandler() {
        return BodyHandler.create(uploads.toString())
                .setBodyLimit(settings.maxBodySize())
                .setDeleteUploadedFilesOnEnd(true);
    }
}
