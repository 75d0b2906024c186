package dev.serai.console.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Lines between the thread that logs, which must not wait, and one that reads; a slow reader loses lines and is told how many. */
final class LineBuffer {

    private static final int LINES = 10_000;
    private static final long SILENCE_SECONDS = 10;

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(LINES);
    private final AtomicLong lost = new AtomicLong();

    void add(String line) {
        if (!waiting.offer(line)) {
            lost.incrementAndGet();
        }
    }

    /** Leaves out the lines at the head that are also at the end of what the reader already has. */
    void skip(List<String> known) {
        List<String> head = new ArrayList<>(waiting);
        for (int count = Math.min(head.size(), known.size()); count > 0; count--) {
            if (known.subList(known.size() - count, known.size()).equals(head.subList(0, count))) {
                waiting.drainTo(new ArrayList<>(), count);
                return;
            }
        }
    }

    /** The next line; null after a while of silence, so that a reader that went away is noticed. */
    @Nullable
    String next() throws InterruptedException {
        long missing = waiting.isEmpty() ? lost.getAndSet(0) : 0;
        return missing > 0
                ? "… " + missing + " lines left out, they came faster than they were read"
                : waiting.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
    }
}
