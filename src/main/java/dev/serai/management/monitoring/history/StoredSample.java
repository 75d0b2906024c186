package dev.serai.management.monitoring.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.serai.engine.database.Database;
import dev.serai.engine.database.StoreException;
import dev.serai.foundation.settings.HistorySettings;
import dev.serai.management.monitoring.history.RecordedExchange.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The durable sample in the store, bounded in number and age. A thread of its own writes; when it falls behind, messages are left out and
 * counted, so that no message waits.
 */
public final class StoredSample implements DurableSample {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSample.class);
    private static final int WAITING = 1_000;
    private static final int BATCH = 100;
    private static final long PAUSE_MILLIS = 200;
    private static final long TIDY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LAST_WAIT_MILLIS = 5_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Database database;
    private final HistorySettings.Sample settings;
    private final BlockingQueue<RecordedExchange> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread writer;
    private volatile boolean open = true;
    private long tidiedNanos = System.nanoTime() - TIDY_NANOS;

    public StoredSample(Database database, HistorySettings.Sample settings) {
        this.database = database;
        this.settings = settings;
        this.writer = new Thread(this::write, "serai-history");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public boolean takes() {
        return settings.ratio() > 0 && ThreadLocalRandom.current().nextDouble() < settings.ratio();
    }

    @Override
    public void keep(RecordedExchange exchange) {
        if (!waiting.offer(exchange)) {
            leftOut.incrementAndGet();
        }
    }

    /** Messages that were not kept because the store was too slow. */
    public long leftOut() {
        return leftOut.get();
    }

    private void write() {
        while (open || !waiting.isEmpty()) {
            try {
                writeBatch();
                tidy();
            } catch (InterruptedException e) {
                open = false;
            } catch (StoreException e) {
                LOG.warn("the message history could not be kept: {}", e.getMessage());
            }
        }
    }

    private void writeBatch() throws InterruptedException {
        RecordedExchange first = waiting.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return;
        }
        List<RecordedExchange> batch = new ArrayList<>(List.of(first));
        waiting.drainTo(batch, BATCH - 1);
        database.write(handle -> insert(handle, batch));
    }

    private static int insert(Handle handle, List<RecordedExchange> batch) {
        PreparedBatch rows = handle.prepareBatch(
                "INSERT INTO serai_exchange"
                        + " (id, integration, route, kind, started_at, content) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        for (RecordedExchange one : batch) {
            rows.add(one.id(), one.integration(), one.route(), one.kind().name(), time(one.startedAt()), json(one));
        }
        return rows.execute().length;
    }

    private void tidy() {
        if (System.nanoTime() - tidiedNanos < TIDY_NANOS) {
            return;
        }
        tidiedNanos = System.nanoTime();
        database.write(handle -> handle.execute(
                        "DELETE FROM serai_exchange WHERE started_at < ?",
                        time(Instant.now().minus(settings.retention())))
                + handle.execute(
                        "DELETE FROM serai_exchange WHERE id <= (SELECT id FROM serai_exchange ORDER BY id DESC"
                                + " OFFSET ? ROWS FETCH FIRST 1 ROWS ONLY)",
                        settings.most()));
    }

    @Override
    public List<RecordedExchange> list(String integration, @Nullable Kind kind, @Nullable String route, int limit) {
        String sql = "SELECT content FROM serai_exchange WHERE integration = :integration"
                + (kind == null ? "" : " AND kind = :kind")
                + (route == null ? "" : " AND route = :route")
                + " ORDER BY id DESC FETCH FIRST :limit ROWS ONLY";
        return database.read(handle -> {
            Query query =
                    handle.createQuery(sql).bind("integration", integration).bind("limit", limit);
            if (kind != null) {
                query.bind("kind", kind.name());
            }
            if (route != null) {
                query.bind("route", route);
            }
            return query.mapTo(String.class).map(StoredSample::read).list();
        });
    }

    @Override
    public Optional<RecordedExchange> find(String integration, long id) {
        return database.read(handle -> handle.select(
                        "SELECT content FROM serai_exchange WHERE id = ? AND integration = ?", id, integration)
                .mapTo(String.class)
                .map(StoredSample::read)
                .findOne());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(RecordedExchange exchange) {
        try {
            return JSON.writeValueAsString(exchange);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts and numbers can always be written", e);
        }
    }

    private static RecordedExchange read(String json) {
        try {
            return JSON.readValue(json, RecordedExchange.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept message is not the JSON it was written as", e);
        }
    }

    /** Writes what still waits, for a few seconds at most. */
    @Override
    public void close() {
        open = false;
        try {
            writer.join(LAST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.interrupt();
    }
}
