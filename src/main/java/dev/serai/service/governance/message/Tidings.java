package dev.serai.service.governance.message;

import dev.serai.service.governance.policy.Policy;
import dev.serai.service.governance.policy.Weight;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that messages break a policy: the first time at once, then at most once in a while with how many there were. */
public final class Tidings {

    private static final Logger LOG = LoggerFactory.getLogger(Tidings.class);
    private static final long SILENCE = Duration.ofMinutes(1).toNanos();

    private final Record record;
    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Where it goes on record. */
    @FunctionalInterface
    public interface Record {

        /**
         * @param policy the policy
         * @param integration whose message it was
         * @param refused whether the message was held up
         * @param detail what happened, without anything of the message
         */
        void write(String policy, String integration, boolean refused, String detail);
    }

    private static final class Told {
        private final AtomicLong last = new AtomicLong(System.nanoTime() - SILENCE - 1);
        private final LongAdder since = new LongAdder();
    }

    /** @param record where it goes on record */
    public Tidings(Record record) {
        this.record = record;
    }

    /** Messages that broke a policy since the start, by its name. */
    public Map<String, Long> counts() {
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue()
                .sum()));
    }

    /**
     * A message broke a policy.
     *
     * @param done what was done, in words
     */
    void tell(Policy policy, String integration, String route, String done) {
        counts.computeIfAbsent(policy.name(), name -> new LongAdder()).increment();
        Told one = told.computeIfAbsent(policy.name() + " " + integration + " " + route, key -> new Told());
        one.since.increment();
        long last = one.last.get();
        long now = System.nanoTime();
        if (now - last > SILENCE && one.last.compareAndSet(last, now)) {
            write(policy, integration, route, done, one.since.sumThenReset());
        }
    }

    private void write(Policy policy, String integration, String route, String done, long many) {
        String detail = "route " + route + ": " + many + (many == 1 ? " message breaks" : " messages break")
                + " the policy: " + policy.reason() + "; " + done;
        record.write(policy.name(), integration, policy.weight() == Weight.DENY, detail);
        if (policy.weight() != Weight.AUDIT) {
            LOG.warn("policy {}: {}", policy.name(), detail);
        }
    }
}
