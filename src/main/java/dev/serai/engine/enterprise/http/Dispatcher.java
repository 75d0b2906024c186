package dev.serai.engine.enterprise.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
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
        if (Refusal.hasEnded(request)) {
            return;
        }
        String path = request.path();
        if (hasDoubtfulLength(request)) {
            Refusal.DOUBTFUL_LENGTH.answerAndClose(request);
        } else if (path == null || !path.startsWith("/")) {
            Refusal.NO_PATH.answer(request);
        } else {
            dispatch(request, path);
        }
    }

    /** A body framed in another way than this server knows would be taken for the next request. */
    private static boolean hasDoubtfulLength(HttpServerRequest request) {
        String encoding = request.getHeader("Transfer-Encoding");
        return encoding != null && !encoding.strip().equalsIgnoreCase("chunked");
    }

    private void dispatch(HttpServerRequest request, String path) {
        HttpVersion version;
        try {
            version = choose(request, path);
        } catch (IllegalArgumentException e) {
            Refusal.NO_PATH.answer(request);
            return;
        }
        if (version == null) {
            Refusal.UNKNOWN_PATH.answer(request);
        } else {
            version.handle(request);
        }
    }

    private @Nullable HttpVersion choose(HttpServerRequest request, String path) {
        TrafficSwitch traffic = table.find(request.method().name(), normalized(path));
        return traffic == null ? null : traffic.take(request);
    }

    private static String normalized(String path) {
        return path.indexOf('%') < 0 && !path.contains("/.") ? path : HttpUtils.normalizePath(path);
    }

    void refuseInvalid(HttpServerRequest request) {
        Refusal.unreadable(request.decoderResult().cause()).answerAndClose(request);
    }
}
