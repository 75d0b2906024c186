package dev.serai.adapter.database.mongodb;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledBatchPollingConsumer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims documents, hands each to the route, and removes those that the route has ended with or that were kept as dead letters. What was neither
 * stays claimed, and is taken again when its claim has ended.
 */
final class ClaimConsumer extends ScheduledBatchPollingConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimConsumer.class);
    private static final Duration TOGETHER = Duration.ofMillis(500);

    private final CollectionEndpoint endpoint;
    private final MongoConnection connection;
    private Optional<Claims> claims = Optional.empty();
    private boolean unsure = true;
    private boolean away;

    ClaimConsumer(CollectionEndpoint endpoint, Processor processor, MongoConnection connection) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.connection = connection;
        setInitialDelay(0);
        setDelay(endpoint.getCursorRegenerationDelay());
        setGreedy(true);
        setMaxMessagesPerPoll(connection.claimBatch());
    }

    private Claims claims() {
        String filter = Optional.ofNullable(endpoint.getStreamFilter()).orElse("{}");
        String order =
                Optional.ofNullable(endpoint.getTailTrackIncreasingField()).orElse("_id");
        return new Claims(
                connection.database().getCollection(endpoint.getCollection()),
                connection.claimant(getRouteId()),
                Document.parse(filter),
                order,
                connection.claimTime());
    }

    /** What is away is told of once, and asked again at the next poll. */
    @Override
    protected int poll() {
        shutdownRunningTask = null;
        try {
            int done = work(claims.orElseGet(this::claims));
            if (away) {
                LOG.info("{} is worked off again", endpoint);
            }
            away = false;
            return done;
        } catch (MongoException e) {
            if (!away) {
                LOG.warn("{} cannot be worked off ({}); trying again", endpoint, e.getMessage());
            }
            away = true;
            return 0;
        }
    }

    /** First, and after each failure, what was claimed before is taken up. */
    private int work(Claims current) {
        boolean own = unsure;
        unsure = true;
        claims = Optional.of(current);
        int done = processBatch(new ArrayDeque<>(current.take(getMaxMessagesPerPoll(), own)));
        unsure = false;
        return done;
    }

    /** Those that are done are removed together, half a second's work at a time: a majority's word on each would take long. */
    @Override
    public int processBatch(Queue<Object> documents) {
        Claims current = claims.orElseThrow();
        List<Object> done = new ArrayList<>();
        long since = System.nanoTime();
        for (Object each : documents) {
            Object id = Claims.id((Document) each);
            if (!isBatchAllowed()) {
                current.release(id);
            } else if (deliver((Document) each, id)) {
                done.add(id);
            }
            if (System.nanoTime() - since > TOGETHER.toNanos()) {
                remove(done, current);
                since = System.nanoTime();
            }
        }
        remove(done, current);
        return documents.size();
    }

    /** @return whether it may be removed: processed, or kept as a dead letter */
    private boolean deliver(Document document, Object id) {
        Exchange exchange = createExchange(false);
        exchange.getMessage().setBody(document);
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            getExceptionHandler()
                    .handleException("document " + id + " stays claimed", exchange, exchange.getException());
        }
        boolean done = !exchange.isFailed() && !exchange.isRollbackOnly();
        releaseExchange(exchange, false);
        return done;
    }

    private void remove(List<Object> done, Claims current) {
        long left = done.size() - current.remove(done);
        if (left > 0) {
            LOG.warn(
                    "{}: {} documents took longer than their claim of {}, others may have worked on them; give claim-time more",
                    endpoint,
                    left,
                    connection.claimTime());
        }
        done.clear();
    }
}
