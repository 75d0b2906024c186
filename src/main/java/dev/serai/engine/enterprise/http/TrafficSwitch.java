package dev.serai.engine.enterprise.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one place that decides which version of an integration takes a request. Today: the live one. */
final class TrafficSwitch {

    private final AtomicReference<@Nullable HttpVersion> live = new AtomicReference<>();

    @Nullable
    HttpVersion replace(HttpVersion version) {
        return live.getAndSet(version);
    }

    HttpVersion current() {
        return Objects.requireNonNull(live.get(), "a switch is made with its first version");
    }

    /**
     * Chooses the version for a request and counts the request in.
     *
     * @return null when the integration was withdrawn meanwhile
     */
    @Nullable
    HttpVersion take(HttpServerRequest request) {
        HttpVersion version = current();
        while (!version.enter()) {
            HttpVersion next = current();
            if (next == version) {
                return null;
            }
            version = next;
        }
        return version;
    }
}
