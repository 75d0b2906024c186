package dev.serai.management.monitoring.health;

import dev.serai.management.monitoring.RunningIntegration;
import java.util.Optional;
import org.apache.camel.Route;

/**
 * Looks whether a route moves. One way to stand still is one implementation; it is asked again and again from one thread, and keeps what it
 * saw before by itself.
 */
interface ProgressCheck {

    /** Begins a look at all routes of an integration. */
    default void begin(RunningIntegration integration) {}

    /** What stands still in a route that is started: what was seen, and what was expected; empty when nothing does. */
    Optional<String> problem(RunningIntegration integration, Route route);
}
