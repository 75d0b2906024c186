package dev.serai.engine.enterprise.deadletter;

import dev.serai.engine.database.Database;
import dev.serai.engine.enterprise.deadletter.DeadLetter.Place;
import dev.serai.engine.enterprise.deadletter.DeadLetter.State;
import dev.serai.engine.message.Headers;
import dev.serai.engine.message.KeptBody;
import dev.serai.engine.message.Payload;
import dev.serai.engine.message.PayloadType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Dead letters in the database. Those that wait are never deleted; of those that are settled the newest stay for a while. */
final class DeadLetterTable {

    /** Settled dead letters kept of each integration. */
    static final int SETTLED_KEPT = 1000;

    private static final String COLUMNS =
            "id, integration, version, route_id, endpoint, exchange_id, kept_at, cause, place_file,"
                    + " place_line, place_piece, place_field, headers, body_type, body_size, attempts, state";

    private final Database database;

    DeadLetterTable(Database database) {
        this.database = database;
    }

    long insert(DeadLetter letter, Payload payload) {
        KeptBody body = KeptBody.of(payload);
        Place place = letter.place();
        return database.writeToDisk(
                handle -> handle.createUpdate("INSERT INTO serai_dead_letter (integration, version, route_id,"
                                + " endpoint, exchange_id, kept_at, cause, place_file, place_line, place_piece, place_field, headers,"
                                + " body_type, body_size, body, large_body, attempts, state)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .bind(0, letter.integration())
                        .bind(1, letter.version())
                        .bind(2, shortened(letter.routeId(), 255))
                        .bind(3, shortened(letter.endpoint(), 2000))
                        .bind(4, shortened(letter.exchangeId(), 255))
                        .bind(5, letter.at().atOffset(ZoneOffset.UTC))
                        .bind(6, shortened(letter.cause(), 2000))
                        .bind(7, shortened(place.file(), 1000))
                        .bind(8, place.line())
                        .bind(9, place.piece())
                        .bind(10, shortened(place.field(), 1000))
                        .bind(11, Headers.toJson(letter.headers()))
                        .bind(12, payload.type().name())
                        .bind(13, (long) payload.bytes().length)
                        .bind(14, body.body())
                        .bind(15, body.largeBody())
                        .bind(16, letter.attempts())
                        .bind(17, letter.state().name())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    /** PostgreSQL takes no zero characters in text. */
    private static String shortened(String text, int length) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }

    List<DeadLetter> list(DeadLetterFilter filter) {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        condition(where, values, " AND integration = ?", filter.integration());
        condition(
                where,
                values,
                " AND state = ?",
                filter.state() == null ? null : filter.state().name());
        condition(where, values, " AND id < ?", filter.before());
        values.add(filter.limit());
        String sql =
                "SELECT " + COLUMNS + " FROM serai_dead_letter" + where + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY";
        return database.read(handle -> handle.select(sql, values.toArray())
                .map((row, context) -> letter(row))
                .list());
    }

    private static void condition(
            StringBuilder where,
            List<Object> values,
            String condition,
            @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            where.append(condition);
            values.add(value);
        }
    }

    Optional<DeadLetter> find(long id) {
        return database.read(handle -> handle.select("SELECT " + COLUMNS + " FROM serai_dead_letter WHERE id = ?", id)
                .map((row, context) -> letter(row))
                .findOne());
    }

    Optional<Payload> body(long id) {
        return database.read(
                handle -> handle.select("SELECT body_type, body, large_body FROM serai_dead_letter WHERE id = ?", id)
                        .map((row, context) -> KeptBody.read(row))
                        .findOne());
    }

    void attempted(long id, String cause) {
        database.runToDisk(handle -> handle.execute(
                "UPDATE serai_dead_letter SET attempts = attempts + 1, cause = ? WHERE id = ?",
                shortened(cause, 2000),
                id));
    }

    /** Whether it waited until now. */
    boolean settle(long id, String integration, State state) {
        return database.writeToDisk(handle -> {
            int settled = handle.execute(
                    "UPDATE serai_dead_letter SET state = ? WHERE id = ? AND state = 'KEPT'", state.name(), id);
            deleteOldest(handle, integration);
            return settled == 1;
        });
    }

    private static void deleteOldest(Handle handle, String integration) {
        handle.execute(
                "DELETE FROM serai_dead_letter WHERE integration = ? AND state <> 'KEPT' AND id <= (SELECT id FROM serai_dead_letter"
                        + " WHERE integration = ? AND state <> 'KEPT' ORDER BY id DESC OFFSET ? ROWS FETCH FIRST 1 ROW ONLY)",
                integration,
                integration,
                SETTLED_KEPT);
    }

    Map<String, Long> waiting() {
        return database.read(handle -> {
            Map<String, Long> counts = new TreeMap<>();
            handle.select(
                            "SELECT integration, COUNT(*) AS waiting FROM serai_dead_letter WHERE state = 'KEPT' GROUP BY integration")
                    .map((row, context) -> Map.entry(row.getString("integration"), row.getLong("waiting")))
                    .forEach(count -> counts.put(count.getKey(), count.getValue()));
            return counts;
        });
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("integration"),
                row.getInt("version"),
                row.getString("route_id"),
                row.getString("endpoint"),
                row.getString("exchange_id"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                row.getString("cause"),
                new Place(
                        row.getString("place_file"),
                        row.getInt("place_line"),
                        row.getInt("place_piece"),
                        row.getString("place_field")),
                Headers.fromJson(row.getString("headers")),
                PayloadType.valueOf(row.getString("body_type")),
                row.getLong("body_size"),
                row.getInt("attempts"),
                State.valueOf(row.getString("state")));
    }
}
