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

    /**
     * Lets a version take a share of its integration's requests beside the one that serves.
     *
     * @param percent from 1 to 100
     * @throws IllegalStateException when none serves
     */
    public synchronized void share(HttpVersion version, int percent) {
        TrafficSwitch traffic = switches.get(version.integration());
        if (traffic == null) {
            throw new IllegalStateException("nothing of " + version.integration() + " serves that could be shared");
        }
        traffic.share(version, percent);
        table = PathTable.of(liveVersions());
    }

    /** Lets a version take nothing any more; an integration of which no other version serves is not served any more. */
    public synchronized void withdraw(HttpVersion version) {
        TrafficSwitch traffic = switches.get(version.integration());
        if (traffic != null) {
            if (!traffic.withdraw(version)) {
                switches.remove(version.integration());
            }
            table = PathTable.of(liveVersions());
        }
    }

    private Map<HttpVersion, TrafficSwitch> liveVersions() {
        Map<HttpVersion, TrafficSwitch> live = new LinkedHashMap<>();
        new TreeMap<>(switches).values().forEach(traffic -> traffic.versions()
                .forEach(version -> live.put(version, traffic)));
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
        String method = request.method().name();
        String normal = normalized(path);
        TrafficSwitch traffic = table.find(method, normal);
        return traffic == null ? null : traffic.take(method, normal);
    }

    private static String normalized(String path) {
        return path.indexOf('%') < 0 && !path.contains("/.") ? path : HttpUtils.normalizePath(path);
    }

    void refuseInvalid(HttpServerRequest request) {
        Refusal.unreadable(request.decoderResult().cause()).answerAndClose(request);
    }
}
