package dev.serai.engine.enterprise.deadletter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a kept message into the version that serves now. Whoever knows the running contexts implements it with {@link RouteEntrance}. */
@FunctionalInterface
public interface Redriver {

    /**
     * Returns when the route has processed the message.
     *
     * @throws Exception when the integration does not run, has no such route any more, or the route failed
     */
    void redrive(String integration, String routeId, @Nullable Object body, Map<String, Object> headers)
            throws Exception;
}
