package dev.serai.adapter.database;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * One transaction around each poll of a database: the rows that the query locks stay locked while the route works on them, what the route writes
 * to the same connection is part of it, and so is {@code onConsume}. With {@code for update skip locked} two Serais never take one row twice, and a row
 * that was taken by one that died is free again.
 *
 * <p>As long as a poll finds rows the next follows at once: {@code delay} is how long an empty table is left alone, not how fast a full one is read.
 */
public final class ClaimingPoll extends DefaultPollingConsumerPollStrategy {

    private final Map<Consumer, TransactionStatus> polls = new ConcurrentHashMap<>();
    private Optional<PlatformTransactionManager> manager = Optional.empty();

    /** Whose transactions these are. */
    public void setTransactionManager(PlatformTransactionManager transactions) {
        manager = Optional.of(transactions);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        polls.put(consumer, manager().getTransaction(new DefaultTransactionDefinition()));
        goOnWhileThereAreRows(consumer);
        return true;
    }

    private static void goOnWhileThereAreRows(Consumer consumer) {
        if (consumer instanceof ScheduledPollConsumer poller) {
            poller.setGreedy(true);
        }
    }

    /** When the database refuses it, the poll counts as failed; the rows are free again. */
    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        TransactionStatus poll = polls.remove(consumer);
        if (poll != null) {
            manager().commit(poll);
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) throws Exception {
        TransactionStatus poll = polls.remove(consumer);
        if (poll != null && !poll.isCompleted()) {
            manager().rollback(poll);
        }
        return super.rollback(consumer, endpoint, retryCounter, cause);
    }

    private PlatformTransactionManager manager() {
        return manager.orElseThrow(() -> new IllegalStateException("the poll was given no transaction manager"));
    }
}
