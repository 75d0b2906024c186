package dev.serai.management.lifecycle.deploy;

import dev.serai.engine.enterprise.http.HttpPath;
import dev.serai.engine.enterprise.http.HttpVersion;
import dev.serai.foundation.RouteStatus;
import dev.serai.management.lifecycle.store.StoredVersion;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;

/**
 * A version that was built and started: its Camel Main, its HTTP side, and what it was made of.
 *
 * @param stored what it was made of
 * @param context its Camel Main
 * @param http its HTTP routes
 */
public record RunningVersion(StoredVersion stored, IntegrationContext context, HttpVersion http) {

    public int number() {
        return stored.version().number();
    }

    public String label() {
        return stored.version().label();
    }

    public List<RouteStatus> routes() {
        return context.routes();
    }

    public List<String> paths() {
        return http.paths().stream().map(HttpPath::label).sorted().toList();
    }

    public boolean answersHttp() {
        return !http.paths().isEmpty();
    }

    public CamelContext camel() {
        return context.camel();
    }

    /** How long a switch waits for its exchanges in flight. */
    Duration drain(Duration fallback) {
        Duration own = stored.metadata().drain();
        return own == null ? fallback : own;
    }
}
