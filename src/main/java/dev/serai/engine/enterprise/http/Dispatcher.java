package dev.serai.engine.enterprise.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpUtils;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the integration that serves a request, and lets its {@link TrafficSwitch} decide which version takes it. A switch of
 * versions is one write of a reference: a request sees the old version or the new one, never none.
 */
public final class Dispatcher implements Handler<HttpServerRequest> {

    private final Map<String, TrafficSwitch> switches = new ConcurrentHashMap<>();
    private volatile PathTable table = PathTable.EMPTY;

    /**
     * Makes a version the one that serves its integration's paths.
     *
     * @return the version that served before; null when none did
     */
    public synchronized @Nullable HttpVersion serve(HttpVersion version) {
        TrafficSwitch traffic = switches.computeIfAbsent(version.integration(), name -> new TrafficSwitch());
        HttpVersion before = traffic.replace(version);
        table = PathTable.of(liveVersions());
        return before;
    }

    /** Stops serving an integration, if this version still serves it. */
    public synchronized void withdraw(HttpVersion version) {
        TrafficSwitch traffic = switches.get(version.integration());
        if (traffic != null && traffic.current() == version) {
            switches.remove(version.integration());
            table = PathTable.of(liveVersions());
        }
    }

    private Map<HttpVersion, TrafficSwitch> liveVersions() {
        Map<HttpVersion, TrafficSwitch> live = new LinkedHashMap<>();
        new TreeMap<>(switches).values().forEach(traffic -> live.put(traffic.current(), traffic));
        return live;
    }

    @Override
    public void handle(HttpServerRequest request) {
        HttpVersion version = choose(request);
        if (version == null) {
            refuse(request, 404, "no integration serves this path");
        } else {
            version.handle(request);
        }
    }

    private @Nullable HttpVersion choose(HttpServerRequest request) {
        String path = request.path();
        if (path == null) {
            return null;
        }
        TrafficSwitch traffic = table.find(request.method().name(), normalized(path));
        return traffic == null ? null : traffic.take(request);
    }

    private static String normalized(String path) {
        return path.indexOf('%') < 0 && !path.contains("/.") ? path : HttpUtils.normalizePath(path);
    }

    void refuseInvalid(HttpServerRequest request) {
        refuse(request, 400, "not a valid HTTP request");
        request.connection().close();
    }

    private static void refuse(HttpServerRequest request, int status, String message) {
        HttpServerResponse response = request.response();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end("{\"error\":\"" + message + "\"}\n");
    }
}
