package dev.serai.service.intelligence.live;

import dev.serai.engine.enterprise.event.Subscription;
import dev.serai.foundation.Backlog;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What waits to be received.
 *
 * @param connections in the systems, by connection
 * @param events for the subscribers of topics
 */
public record Waiting(Supplier<Map<String, List<Backlog.Waiting>>> connections, Supplier<List<Subscription>> events) {}
