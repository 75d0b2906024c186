package dev.serai.adapter.messaging.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntryBinary;

/**
 * One consumer of a group. First it takes up what it had fetched and not acknowledged when it last ended; then new entries, and between
 * them those that other consumers have left lying. Whenever the connection breaks it begins again.
 */
final class StreamReader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StreamEndpoint endpoint;
    private final String name;
    private final Predicate<StreamEntryBinary> deliver;
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean paused;
    private boolean away;

    /** @param deliver whether an entry may be acknowledged */
    StreamReader(StreamEndpoint endpoint, String name, Predicate<StreamEntryBinary> deliver) {
        this.endpoint = endpoint;
        this.name = name;
        this.deliver = deliver;
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    void stop() {
        end.countDown();
    }

    private boolean isOn() {
        return !paused && end.getCount() > 0;
    }

    @Override
    public void run() {
        while (end.getCount() > 0) {
            try (GroupConsumer group = new GroupConsumer(endpoint, name, WAIT)) {
                read(group);
            } catch (JedisException e) {
                tellOnce(e);
                sleep(PAUSE);
            }
        }
    }

    private void read(GroupConsumer group) {
        group.create();
        takeUp(group);
        long lookedAt = System.nanoTime();
        while (end.getCount() > 0) {
            if (paused) {
                sleep(Duration.ofMillis(10));
                continue;
            }
            if (System.nanoTime() - lookedAt > endpoint.getClaimAfter().toNanos()) {
                handle(group, group.claim(endpoint.getClaimAfter()));
                lookedAt = System.nanoTime();
            }
            handle(group, group.next());
            tellBack();
        }
    }

    /** What this consumer had fetched before; what fails again stays, and comes when it is claimed. */
    private void takeUp(GroupConsumer group) {
        List<StreamEntryBinary> before = group.pending(GroupConsumer.OLDEST);
        while (isOn() && !before.isEmpty()) {
            handle(group, before);
            before = group.pending(before.get(before.size() - 1).getID());
        }
    }

    private void handle(GroupConsumer group, List<StreamEntryBinary> entries) {
        List<StreamEntryBinary> done = new ArrayList<>();
        long since = System.nanoTime();
        for (StreamEntryBinary entry : entries) {
            if (!isOn()) {
                break;
            }
            if (deliver.test(entry)) {
                done.add(entry);
            }
            if (System.nanoTime() - since > WAIT.toNanos()) {
                group.acknowledge(done);
                done.clear();
                since = System.nanoTime();
            }
        }
        group.acknowledge(done);
    }

    private void tellOnce(JedisException e) {
        if (!away) {
            LOG.warn(
                    "{} cannot be read ({}); trying again every second",
                    endpoint,
                    endpoint.connection().failure(e).getMessage());
        }
        away = true;
    }

    private void tellBack() {
        if (away) {
            LOG.info("{} is read again", endpoint);
        }
        away = false;
    }

    private void sleep(Duration time) {
        try {
            end.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
