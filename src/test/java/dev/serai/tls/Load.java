package dev.serai.tls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Requests without pause: on connections that stay open, and on new ones, until it is closed. */
final class Load implements AutoCloseable {

    private static final int STEP = 20;

    private final AtomicLong answers = new AtomicLong();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    static Load on(TlsClient client, String http, String management) {
        Load load = new Load();
        load.begin("open http", () -> client.get(http + "/hello").statusCode() == 200);
        load.begin("open management", () -> client.get(management).statusCode() == 200);
        load.begin("new http", () -> client.once(http, "/hello").startsWith("HTTP/1.1 200 OK"));
        load.begin("new management", () -> client.once(management, "/observe/health/live")
                .startsWith("HTTP/1.1 200 OK"));
        return load;
    }

    private void begin(String name, Callable<Boolean> request) {
        Thread thread = new Thread(() -> run(name, request), "load " + name);
        threads.add(thread);
        thread.start();
    }

    private void run(String name, Callable<Boolean> request) {
        while (!ended) {
            try {
                if (!request.call()) {
                    failures.add(name + ": another answer");
                }
                answers.incrementAndGet();
            } catch (Exception e) {
                failures.add(name + ": " + e);
            }
        }
    }

    long answers() {
        return answers.get();
    }

    List<String> failures() {
        return failures;
    }

    /** Waits for some more answers. */
    void awaitProgress() {
        long before = answers.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> answers.get() > before + STEP || !failures.isEmpty());
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
