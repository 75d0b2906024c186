package dev.serai.management.monitoring.health;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether threads of the runtime itself wait for each other for ever: then nothing but a restart helps. Threads of integrations that do are
 * found by their exchanges, which do not come forward.
 */
final class Deadlocks {

    private static final List<String> OWN = List.of("serai lane", "serai start", "serai drain", "serai-management");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** What was seen and what to do; empty when all is well. */
    Optional<String> find() {
        long[] stuck = threads.findDeadlockedThreads();
        if (stuck == null) {
            return Optional.empty();
        }
        String names = Arrays.stream(threads.getThreadInfo(stuck))
                .filter(Objects::nonNull)
                .map(ThreadInfo::getThreadName)
                .filter(name -> OWN.stream().anyMatch(name::startsWith))
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("the threads " + names + " wait for each other for ever; restart this Serai");
    }
}
