package dev.serai.engine.enterprise.event;

import dev.serai.engine.database.Database;
import dev.serai.engine.database.StoreException;
import dev.serai.engine.enterprise.event.EventLog.NewEvent;
import dev.serai.engine.message.Payload;
import dev.serai.foundation.Tally;
import dev.serai.foundation.UndeliverableMessages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publish-subscribe between integrations, durable in the store: what was published is delivered at least once to each subscriber, also
 * across a restart. A publication survives the death of the process when it returns, and a power failure a fifth of a second later.
 */
public final class EventBus implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventBus.class);
    private static final Duration FORCE_AFTER = Duration.ofMillis(200);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);
    private static final int PRUNED_AT_ONCE = 5000;

    private final Database database;
    private final EventLog log;
    private final EventSettings settings;
    private final UndeliverableMessages undeliverable;
    private final Map<String, TopicWriter> writers = new ConcurrentHashMap<>();
    private final Set<EventConsumer> consumers = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean forcing = new AtomicBoolean();
    private final Tally published = new Tally();
    private final Tally delivered = new Tally();
    private final ScheduledExecutorService clock;
    private final ExecutorService workers;

    /**
     * @param undeliverable keeps a message that a route refused again and again
     */
    public EventBus(Database database, EventSettings settings, UndeliverableMessages undeliverable) {
        this.database = database;
        this.log = new EventLog(database);
        this.settings = settings;
        this.undeliverable = undeliverable;
        this.clock = Executors.newSingleThreadScheduledExecutor(daemon("serai-event-clock-"));
        this.workers = Executors.newCachedThreadPool(daemon("serai-event-"));
        every(settings.poll(), this::wakeThoseBehind);
        every(PRUNE_EVERY, this::prune);
    }

    private static ThreadFactory daemon(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            // A worker outlives the integrations it serves and must not hold the class loader of the one that happened
            // to start it.
            thread.setContextClassLoader(EventBus.class.getClassLoader());
            return thread;
        };
    }

    private void every(Duration period, Runnable work) {
        clock.scheduleWithFixedDelay(() -> guarded(work), period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("events: the store could not be asked, it will be asked again: {}", e.getMessage());
        }
    }

    /** Gives the context the {@code event:} scheme; to be called before it starts. */
    public void attach(CamelContext context, String integration, int version) {
        context.addComponent("event", new EventComponent(this, integration, version));
    }

    /** Ends the subscriptions of an integration that was undeployed. */
    public void forget(String integration) {
        log.forget(integration);
    }

    /** How many events were published since the start, by integration. */
    public Tally published() {
        return published;
    }

    /** How many events were delivered since the start, by the integration that took them. */
    public Tally delivered() {
        return delivered;
    }

    public List<Subscription> subscriptions() {
        return log.subscriptions();
    }

    /**
     * Publishes; returns when the event is committed.
     *
     * @param headers strings, numbers, booleans and lists of them
     * @throws StoreException when the store cannot keep it
     */
    public void publish(String topic, Map<String, Object> headers, Payload payload) {
        writers.computeIfAbsent(topic, name -> new TopicWriter(name, log)).publish(new NewEvent(headers, payload));
        forceSoon();
        wake(topic);
    }

    private void forceSoon() {
        if (forcing.compareAndSet(false, true)) {
            later(FORCE_AFTER, () -> {
                forcing.set(false);
                database.force();
            });
        }
    }

    private void wake(String topic) {
        for (EventConsumer consumer : consumers) {
            if (consumer.topic().equals(topic)) {
                consumer.wake();
            }
        }
    }

    private void wakeThoseBehind() {
        if (consumers.isEmpty()) {
            return;
        }
        Map<String, Long> last = log.lastPositions();
        for (EventConsumer consumer : consumers) {
            if (last.getOrDefault(consumer.topic(), 0L) > consumer.position()) {
                consumer.wake();
            }
        }
    }

    /** Deletes in bounded steps what has had its time. */
    void prune() {
        Instant now = Instant.now();
        for (String topic : log.lastPositions().keySet()) {
            int pruned = PRUNED_AT_ONCE;
            while (pruned == PRUNED_AT_ONCE) {
                pruned = log.prune(topic, now.minus(settings.keepSeen()), now.minus(settings.keep()), PRUNED_AT_ONCE);
            }
        }
    }

    EventLog log() {
        return log;
    }

    UndeliverableMessages undeliverable() {
        return undeliverable;
    }

    void add(EventConsumer consumer) {
        consumers.add(consumer);
    }

    void remove(EventConsumer consumer) {
        consumers.remove(consumer);
    }

    void execute(Runnable work) {
        workers.execute(work);
    }

    void later(Duration delay, Runnable work) {
        try {
            clock.schedule(() -> guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the event bus is closed", e);
        }
    }

    /** Ends the bus after the integrations: what they have not finished is delivered again after the next start. */
    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdown();
    }
}
