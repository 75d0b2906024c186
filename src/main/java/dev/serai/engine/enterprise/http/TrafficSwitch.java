package dev.serai.engine.enterprise.http;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The one place that decides which version of an integration takes a request: the live one, or for a share of them a canary. */
final class TrafficSwitch {

    private final AtomicReference<@Nullable Serving> serving = new AtomicReference<>();

    /**
     * What takes requests now.
     *
     * @param live takes all that the canary does not
     * @param canary null when there is none
     */
    private record Serving(HttpVersion live, @Nullable Canary canary) {

        HttpVersion choose(String method, String path) {
            return canary == null ? live : canary.choose(live, method, path);
        }

        boolean isCanary(HttpVersion version) {
            return canary != null && canary.version() == version;
        }
    }

    /**
     * Makes a version the one that takes everything; a share ends with that.
     *
     * @return the version that did before; null when none did
     */
    @Nullable
    HttpVersion replace(HttpVersion version) {
        Serving before = serving.getAndSet(new Serving(version, null));
        return before == null ? null : before.live();
    }

    /** Lets a version take a share beside the live one. */
    void share(HttpVersion version, int percent) {
        HttpVersion live = current();
        serving.set(new Serving(live, Canary.beside(live, version, percent)));
    }

    /**
     * Lets a version take nothing any more.
     *
     * @return whether another one goes on
     */
    boolean withdraw(HttpVersion version) {
        Serving now = now();
        if (now.isCanary(version)) {
            serving.set(new Serving(now.live(), null));
        }
        return now.live() != version;
    }

    HttpVersion current() {
        return now().live();
    }

    /** All versions that take requests. */
    List<HttpVersion> versions() {
        Serving now = now();
        return now.canary() == null
                ? List.of(now.live())
                : List.of(now.live(), now.canary().version());
    }

    private Serving now() {
        return Objects.requireNonNull(serving.get(), "a switch is made with its first version");
    }

    /**
     * Chooses the version for a request and counts the request in.
     *
     * @return null when the integration was withdrawn meanwhile
     */
    @Nullable
    HttpVersion take(String method, String path) {
        Serving now = now();
        HttpVersion version = now.choose(method, path);
        while (!version.enter()) {
            Serving next = now();
            if (next == now) {
                return null;
            }
            now = next;
            version = now.choose(method, path);
        }
        return version;
    }
}
