package dev.serai.engine.enterprise.event;

import dev.serai.engine.message.Payloads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a route from a topic, one event after the other. The subscriber's position is written after success, for several events at once:
 * after a crash those come again. On a stop the event in hand is finished and the position written, so that the next version goes on there.
 */
final class EventConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    private static final int BATCH = 200;
    private static final long WRITE_POSITION_AFTER_NANOS =
            Duration.ofMillis(200).toNanos();
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Deliveries of an event that the route lets fail, before it is kept as a dead letter. */
    private static final int DELIVERIES = 3;

    private enum Signal {
        IDLE,
        WORKING,
        WORKING_AND_WOKEN
    }

    private final EventComponent component;
    private final EventBus bus;
    private final String topic;
    private final boolean fromEarliest;
    private final AtomicReference<Signal> signal = new AtomicReference<>(Signal.IDLE);
    private final Semaphore working = new Semaphore(1);

    private String subscriber = "";
    private volatile boolean open;
    private volatile long position;
    private long written;
    private long writtenAtNanos;
    private int failures;
    private int pauses;
    private Instant pausedUntil = Instant.MIN;

    EventConsumer(EventEndpoint endpoint, EventComponent component, String topic, Processor processor) {
        super(endpoint, processor);
        this.component = component;
        this.bus = component.bus();
        this.topic = topic;
        this.fromEarliest = endpoint.getFrom() == EventEndpoint.Start.EARLIEST;
    }

    String topic() {
        return topic;
    }

    long position() {
        return position;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        if (subscriber.isEmpty()) {
            subscriber = component.subscriber(topic, getRoute());
        }
        begin();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        begin();
    }

    private void begin() {
        working.acquireUninterruptibly();
        try {
            position = bus.log().subscribe(topic, subscriber, component.integration(), fromEarliest);
            written = position;
            open = true;
        } finally {
            working.release();
        }
        bus.add(this);
        wake();
    }

    @Override
    protected void doSuspend() throws Exception {
        end();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        end();
        awaitPositionWritten();
        super.doStop();
    }

    private void end() {
        open = false;
        bus.remove(this);
    }

    /** Camel has waited for the exchange already; one that it gave up on comes again, so it is not waited for much longer here. */
    private void awaitPositionWritten() throws InterruptedException {
        if (working.tryAcquire(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
            working.release();
        }
    }

    /** Looks for events, now if nothing is being done, otherwise again when that is done. */
    void wake() {
        Signal before = signal.getAndUpdate(now -> now == Signal.IDLE ? Signal.WORKING : Signal.WORKING_AND_WOKEN);
        if (before == Signal.IDLE) {
            startWorking();
        }
    }

    private void startWorking() {
        try {
            bus.execute(this::work);
        } catch (RejectedExecutionException e) {
            LOG.debug("the event bus is closed", e);
        }
    }

    private void work() {
        working.acquireUninterruptibly();
        Thread.currentThread()
                .setContextClassLoader(getEndpoint().getCamelContext().getApplicationContextClassLoader());
        try {
            do {
                signal.set(Signal.WORKING);
                deliverAll();
            } while (!signal.compareAndSet(Signal.WORKING, Signal.IDLE));
        } finally {
            Thread.currentThread().setContextClassLoader(EventBus.class.getClassLoader());
            working.release();
        }
    }

    private void deliverAll() {
        try {
            boolean more = true;
            while (more && mayDeliver()) {
                more = deliver(bus.log().read(topic, position, BATCH));
            }
        } catch (RuntimeException e) {
            LOG.warn("{}: event:{} cannot go on, it will try again: {}", subscriber, topic, e.getMessage());
            pause();
        }
    }

    private boolean mayDeliver() {
        return open && !Instant.now().isBefore(pausedUntil);
    }

    private boolean deliver(List<Event> events) {
        try {
            for (Event event : events) {
                if (!mayDeliver() || !deliver(event)) {
                    return false;
                }
            }
            return events.size() == BATCH;
        } finally {
            writePosition();
        }
    }

    private boolean deliver(Event event) {
        Exchange exchange = exchange(bus.log().whole(topic, event));
        try {
            process(exchange);
            if (exchange.getException() == null || keptAsDeadLetter(exchange, event)) {
                bus.delivered().count(component.integration());
                advance(event);
                return true;
            }
            pause();
            return false;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private Exchange exchange(Event event) {
        Exchange exchange = createExchange(false);
        exchange.getIn().setBody(Payloads.body(event.payload()));
        exchange.getIn().setHeaders(new java.util.HashMap<>(event.headers()));
        exchange.getIn().setHeader("SeraiEventTopic", topic);
        exchange.getIn().setHeader("SeraiEventPosition", event.position());
        exchange.getIn().setMessageId(topic + "/" + event.position());
        return exchange;
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    /** A route that lets a message fail gets it again, but it must not hold up those behind for ever. */
    private boolean keptAsDeadLetter(Exchange exchange, Event event) {
        failures++;
        if (!open || failures < DELIVERIES) {
            LOG.debug("{}: event {} of {} failed", subscriber, event.position(), topic, exchange.getException());
            return false;
        }
        bus.undeliverable().keep(exchange, component.integration(), component.version());
        return true;
    }

    private void advance(Event event) {
        failures = 0;
        pauses = 0;
        position = event.position();
        if (System.nanoTime() - writtenAtNanos > WRITE_POSITION_AFTER_NANOS) {
            writePosition();
        }
    }

    private void writePosition() {
        if (position > written) {
            bus.log().advance(topic, subscriber, position);
            written = position;
        }
        writtenAtNanos = System.nanoTime();
    }

    private void pause() {
        Duration pause = PAUSE.multipliedBy(1L << Math.min(pauses++, 4));
        pausedUntil = Instant.now().plus(pause);
        bus.later(pause.plusMillis(10), this::wake);
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return working.availablePermits() == 0 ? 1 : 0;
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        LOG.trace("{}: the events in hand end with the batch", subscriber);
    }
}
