package dev.serai.engine.enterprise.event;

import dev.serai.engine.database.Database;
import dev.serai.engine.message.Headers;
import dev.serai.engine.message.KeptBody;
import dev.serai.engine.message.Payload;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The events of all topics in the database. A topic's row is locked while events are appended, so positions become visible in order. */
final class EventLog {

    private final Database database;
    private final Set<String> knownTopics = ConcurrentHashMap.newKeySet();

    EventLog(Database database) {
        this.database = database;
    }

    /**
     * @param headers simple values
     * @param payload the body
     */
    record NewEvent(Map<String, Object> headers, Payload payload) {}

    void append(String topic, List<NewEvent> events) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        database.write(handle -> {
            long last = lockLastPosition(handle, topic);
            PreparedBatch rows = handle.prepareBatch(
                    "INSERT INTO serai_event"
                            + " (topic, position, published_at, headers, body_type, body, large_body) VALUES (?, ?, ?, ?, ?, ?, ?)");
            for (NewEvent event : events) {
                last++;
                KeptBody body = KeptBody.of(event.payload());
                String type = event.payload().type().name();
                rows.add(topic, last, now, Headers.toJson(event.headers()), type, body.body(), body.largeBody());
            }
            rows.execute();
            return handle.execute("UPDATE serai_topic SET last_position = ? WHERE name = ?", last, topic);
        });
        knownTopics.add(topic);
    }

    private long lockLastPosition(Handle handle, String topic) {
        if (!knownTopics.contains(topic)) {
            createTopic(handle, topic);
        }
        return handle.select("SELECT last_position FROM serai_topic WHERE name = ? FOR UPDATE", topic)
                .mapTo(Long.class)
                .one();
    }

    private static void createTopic(Handle handle, String topic) {
        handle.execute("INSERT INTO serai_topic (name, last_position) VALUES (?, 0) ON CONFLICT DO NOTHING", topic);
    }

    /** Events behind a position, in order. Large bodies are read one by one when their turn comes, so a batch stays small. */
    List<Event> read(String topic, long after, int limit) {
        return database.read(handle -> handle.select(
                        "SELECT position, published_at, headers, body_type, body FROM serai_event"
                                + " WHERE topic = ? AND position > ? ORDER BY position FETCH FIRST ? ROWS ONLY",
                        topic,
                        after,
                        limit)
                .map((row, context) -> event(row))
                .list());
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("position"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                Headers.fromJson(row.getString("headers")),
                KeptBody.readSmall(row));
    }

    /** The event with its body, however large. */
    Event whole(String topic, Event event) {
        if (!KeptBody.isElsewhere(event.payload())) {
            return event;
        }
        Payload payload = database.read(handle -> handle.select(
                        "SELECT body_type, body, large_body FROM serai_event WHERE topic = ? AND position = ?",
                        topic,
                        event.position())
                .map((row, context) -> KeptBody.read(row))
                .one());
        return new Event(event.position(), event.at(), event.headers(), payload);
    }

    /** Where the subscriber stands; a new one begins at the end, or at the first event that is still there. */
    long subscribe(String topic, String subscriber, String integration, boolean fromEarliest) {
        return database.write(handle -> {
            createTopic(handle, topic);
            handle.execute(
                    "INSERT INTO serai_subscription (topic, subscriber, integration, position, since)"
                            + " SELECT name, ?, ?, CASE WHEN ? THEN 0 ELSE last_position END, ? FROM serai_topic WHERE name = ?"
                            + " ON CONFLICT DO NOTHING",
                    subscriber,
                    integration,
                    fromEarliest,
                    OffsetDateTime.now(ZoneOffset.UTC),
                    topic);
            return handle.select(
                            "SELECT position FROM serai_subscription WHERE topic = ? AND subscriber = ?",
                            topic,
                            subscriber)
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Moves a subscriber forward, never back, so a late writer does no harm. */
    void advance(String topic, String subscriber, long position) {
        database.write(handle -> handle.execute(
                "UPDATE serai_subscription SET position = ? WHERE topic = ? AND subscriber = ? AND position < ?",
                position,
                topic,
                subscriber,
                position));
    }

    void forget(String integration) {
        database.write(handle -> handle.execute("DELETE FROM serai_subscription WHERE integration = ?", integration));
    }

    Map<String, Long> lastPositions() {
        return database.read(handle -> {
            Map<String, Long> positions = new HashMap<>();
            handle.select("SELECT name, last_position FROM serai_topic")
                    .map((row, context) -> Map.entry(row.getString("name"), row.getLong("last_position")))
                    .forEach(topic -> positions.put(topic.getKey(), topic.getValue()));
            return positions;
        });
    }

    List<Subscription> subscriptions() {
        return database.read(handle -> handle.select("SELECT s.topic, s.subscriber, s.integration, s.position,"
                        + " t.last_position - s.position AS behind FROM serai_subscription s"
                        + " JOIN serai_topic t ON t.name = s.topic ORDER BY s.topic, s.subscriber")
                .map((row, context) -> new Subscription(
                        row.getString("topic"),
                        row.getString("subscriber"),
                        row.getString("integration"),
                        row.getLong("position"),
                        row.getLong("behind")))
                .list());
    }

    /**
     * Deletes at most so many of a topic's oldest events: those that all subscribers have seen and that were published before the first time,
     * and those before the second time, seen or not.
     *
     * @return how many were deleted
     */
    int prune(String topic, Instant seenBefore, Instant before, int limit) {
        return database.write(handle -> {
            long seen = seenByAll(handle, topic);
            return handle.execute(
                    "DELETE FROM serai_event WHERE topic = ? AND position <= (SELECT MIN(position) FROM serai_event WHERE topic = ?) + ?"
                            + " AND (published_at < ? OR (published_at < ? AND position <= ?))",
                    topic,
                    topic,
                    limit - 1,
                    before.atOffset(ZoneOffset.UTC),
                    seenBefore.atOffset(ZoneOffset.UTC),
                    seen);
        });
    }

    /** Without a subscriber nobody has seen anything. */
    private static long seenByAll(Handle handle, String topic) {
        return handle.select("SELECT COALESCE(MIN(position), 0) FROM serai_subscription WHERE topic = ?", topic)
                .mapTo(Long.class)
                .one();
    }
}
