package dev.serai.engine.enterprise.event;

import dev.serai.engine.enterprise.event.EventLog.NewEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Appends to one topic. Publishers that meet here are written in one transaction by whoever comes first: the others only wait for it. */
final class TopicWriter {

    private static final int BATCH = 500;

    private final String topic;
    private final EventLog log;
    private final Queue<Publication> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    TopicWriter(String topic, EventLog log) {
        this.topic = topic;
        this.log = log;
    }

    /** Returns when the event is committed. */
    void publish(NewEvent event) {
        Publication publication = new Publication(event);
        waiting.add(publication);
        turn.lock();
        try {
            while (!publication.done) {
                writeBatch();
            }
        } finally {
            turn.unlock();
        }
        if (publication.failure != null) {
            throw publication.failure;
        }
    }

    private void writeBatch() {
        List<Publication> batch = new ArrayList<>();
        for (Publication next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
            if (batch.size() == BATCH) {
                break;
            }
        }
        RuntimeException failure = append(batch);
        batch.forEach(publication -> publication.finish(failure));
    }

    private @Nullable RuntimeException append(List<Publication> batch) {
        try {
            log.append(
                    topic, batch.stream().map(publication -> publication.event).toList());
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Its fields are guarded by the writer's turn. */
    private static final class Publication {

        private final NewEvent event;
        private boolean done;
        private @Nullable RuntimeException failure;

        private Publication(NewEvent event) {
            this.event = event;
        }

        private void finish(@Nullable RuntimeException reason) {
            failure = reason;
            done = true;
        }
    }
}
