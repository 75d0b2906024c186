package dev.serai.runtime;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.Version;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.deploy.IntegrationContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds and discards one small context while the command line is read and store and ports are opened: the first context of a
 * process takes ten times as long as the next ones, as everything in it is used for the first time.
 */
final class WarmUp {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final String ROUTE = """
            - route:
                id: warm-up
                from:
                  uri: direct:warm-up
                  steps:
                    - setHeader:
                        name: kind
                        simple: "${body}"
                    - choice:
                        when:
                          - simple: "${header.kind} == 'x'"
                            steps:
                              - removeHeaders:
                                  pattern: "*"
                        otherwise:
                          steps:
                            - to: direct:nowhere
            """;

    private WarmUp() {}

    /** Begins on a thread of its own, once in a process. */
    static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(WarmUp::run, "serai start warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void run() {
        Bundle bundle = new Bundle(
                "warm-up", "warm-up.camel.yaml", Map.of("warm-up.camel.yaml", ROUTE.getBytes(StandardCharsets.UTF_8)));
        ContextFactory.Content content = new ContextFactory.Content(
                new Version("warm-up", 0, bundle.hash()), bundle, CompiledClasses.NONE, Map.of());
        IntegrationContext context = new ContextFactory(true, List.of()).create(content);
        try {
            context.build();
        } catch (Exception e) {
            LOG.debug("the start is slower, because warming up failed", e);
        } finally {
            context.stop(Duration.ofSeconds(1));
        }
    }
}
