package dev.serai.acceptance;

import dev.serai.fixture.RunningSerai;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Clients that call one path at the same time and count the answers by what they say. */
final class Callers implements AutoCloseable {

    private static final int CLIENTS = 8;

    private final RunningSerai serai;
    private final String path;
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicBoolean calling = new AtomicBoolean(true);

    private Callers(RunningSerai serai, String path) {
        this.serai = serai;
        this.path = path;
    }

    /** Calls so often. */
    static Map<String, Integer> call(RunningSerai serai, String path, int times) {
        AtomicInteger left = new AtomicInteger(times);
        try (Callers callers = new Callers(serai, path)) {
            callers.run(() -> left.getAndDecrement() > 0);
            return callers.stop();
        }
    }

    /** Calls until it is stopped. */
    static Callers begin(RunningSerai serai, String path) {
        Callers callers = new Callers(serai, path);
        callers.run(callers.calling::get);
        return callers;
    }

    private void run(BooleanSupplier more) {
        IntStream.range(0, CLIENTS)
                .forEach(client -> clients.execute(() -> {
                    while (more.getAsBoolean()) {
                        count(serai.get(path));
                    }
                }));
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, unseen -> new AtomicInteger()).incrementAndGet();
    }

    /** Waits until so many calls were answered from now on. */
    void awaitMore(int calls) {
        int until = total() + calls;
        Awaitility.await("calls").atMost(1, TimeUnit.MINUTES).until(() -> total() >= until);
    }

    private int total() {
        return answers.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** What was answered how often. */
    Map<String, Integer> stop() {
        calling.set(false);
        clients.shutdown();
        try {
            if (!clients.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new AssertionError("calls are not answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(), Integer::sum, TreeMap::new));
    }

    @Override
    public void close() {
        calling.set(false);
        clients.shutdownNow();
    }
}
