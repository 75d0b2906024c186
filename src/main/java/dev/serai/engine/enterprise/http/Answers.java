package dev.serai.engine.enterprise.http;

import dev.serai.foundation.Latencies;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one version answered. */
final class Answers {

    private static final int SERVER_ERROR = 500;

    private final Latencies latencies = new Latencies();
    private final LongAdder failed = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /**
     * @param took from the moment the request entered the version
     * @param status of the answer
     * @param lost whether the connection ended before the answer did; as likely as not the client would not wait any longer
     */
    void count(long took, int status, boolean lost) {
        latencies.record(took);
        nanos.add(took);
        if (lost || status >= SERVER_ERROR) {
            failed.increment();
        }
    }

    AnswerCounts counts() {
        return new AnswerCounts(latencies.counts(), failed.sum(), nanos.sum());
    }
}
