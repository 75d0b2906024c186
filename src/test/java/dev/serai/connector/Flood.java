package dev.serai.connector;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Numbered messages that are sent by several hands, each of them again and again until it was taken, or kept as a dead letter. */
final class Flood implements AutoCloseable {

    private static final int HANDS = 12;
    private static final long AGAIN_MILLIS = 50;

    /** What a hand leaves a system that is away, or else all that is left would be kept while a server starts that takes its time. */
    private static final long RESPITE_MILLIS = 1_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What came of sending a message. */
    enum Taken {
        SENT,
        KEPT,
        NOT
    }

    /** Sends one message. */
    @FunctionalInterface
    interface Hand {
        Taken take(String body) throws Exception;
    }

    private final String prefix;
    private final int size;
    private final Hand hand;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private volatile String lastFailure = "none";

    private Flood(String prefix, int size, Hand hand) {
        this.prefix = prefix + "-";
        this.size = size;
        this.hand = hand;
    }

    /** @param prefix that the bodies begin with */
    static Flood of(int size, String prefix, Hand hand) {
        Flood flood = new Flood(prefix, size, hand);
        IntStream.range(0, HANDS).forEach(one -> CompletableFuture.runAsync(flood::send, flood.hands));
        return flood;
    }

    String prefix() {
        return prefix;
    }

    int size() {
        return size;
    }

    /** How many were kept as dead letters. */
    int kept() {
        return kept.get();
    }

    List<String> bodies() {
        return IntStream.range(0, size).mapToObj(number -> prefix + number).toList();
    }

    private void send() {
        for (int number = next.getAndIncrement(); number < size; number = next.getAndIncrement()) {
            String body = prefix + number;
            Taken taken = taken(body);
            while (taken == Taken.NOT) {
                if (isClosed(AGAIN_MILLIS)) {
                    return;
                }
                taken = taken(body);
            }
            done.incrementAndGet();
            if (taken == Taken.KEPT && isClosed(RESPITE_MILLIS)) {
                return;
            }
        }
    }

    private Taken taken(String body) {
        try {
            Taken taken = hand.take(body);
            kept.addAndGet(taken == Taken.KEPT ? 1 : 0);
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Taken.NOT;
        } catch (Exception e) {
            lastFailure = e.toString();
            return Taken.NOT;
        }
    }

    /** Gives what failed a moment. */
    private boolean isClosed(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Waits until so many are taken. */
    void await(int number) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> done.get() >= number);
        } catch (RuntimeException e) {
            throw new AssertionError(toString(), e);
        }
    }

    @Override
    public String toString() {
        return prefix + "*: " + done + " of " + size + " taken, " + kept + " of them kept; last failure: "
                + lastFailure;
    }

    @Override
    public void close() throws InterruptedException {
        closed.countDown();
        hands.shutdownNow();
        hands.awaitTermination(10, TimeUnit.SECONDS);
    }
}
