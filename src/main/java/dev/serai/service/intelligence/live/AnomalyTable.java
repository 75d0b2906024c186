package dev.serai.service.intelligence.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.serai.engine.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Anomalies in the database: those that last, and the newest of those that ended. */
public final class AnomalyTable {

    /** Ended anomalies that are kept. */
    private static final int ENDED_KEPT = 5_000;

    private static final int LONGEST = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    /**
     * Which anomalies are listed.
     *
     * @param name of an integration, a connection or a system; null for all
     * @param open only those that last, or those that ended; null for both
     * @param before only those with a smaller number, for the next page; null for the first page
     * @param limit how many at most
     */
    public record Filter(
            @Nullable String name,
            @Nullable Boolean open,
            @Nullable Long before,
            int limit) {}

    public AnomalyTable(Database database) {
        this.database = database;
    }

    long insert(Anomaly anomaly) {
        return database.write(handle -> {
            deleteOldest(handle);
            return handle.createUpdate("INSERT INTO serai_anomaly (kind, integration, name, measure, range_low,"
                            + " range_high, seen, worst, score, since, ended_at, ended_how, rhythm, causes)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .bind(0, anomaly.subject().kind().name())
                    .bind(1, anomaly.subject().integration())
                    .bind(2, shortened(anomaly.subject().name(), 500))
                    .bind(3, anomaly.measure().word())
                    .bind(4, anomaly.range().low())
                    .bind(5, anomaly.range().high())
                    .bind(6, anomaly.seen())
                    .bind(7, anomaly.worst())
                    .bind(8, anomaly.score())
                    .bind(9, at(anomaly.since()))
                    .bind(10, ended(anomaly))
                    .bind(11, anomaly.end())
                    .bind(12, anomaly.rhythm())
                    .bind(13, json(anomaly.causes()))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        });
    }

    private static void deleteOldest(Handle handle) {
        handle.execute(
                "DELETE FROM serai_anomaly WHERE ended_at IS NOT NULL AND id <= (SELECT id FROM serai_anomaly"
                        + " WHERE ended_at IS NOT NULL ORDER BY id DESC OFFSET ? ROWS FETCH FIRST 1 ROW ONLY)",
                ENDED_KEPT);
    }

    /** What a person said of it is left as it is. */
    void update(Anomaly anomaly) {
        database.write(handle -> handle.createUpdate("UPDATE serai_anomaly SET worst = ?, score = ?, ended_at = ?,"
                        + " ended_how = ?, causes = ? WHERE id = ?")
                .bind(0, anomaly.worst())
                .bind(1, anomaly.score())
                .bind(2, ended(anomaly))
                .bind(3, anomaly.end())
                .bind(4, json(anomaly.causes()))
                .bind(5, anomaly.id())
                .execute());
    }

    /** Whether there is one of that number. */
    boolean acknowledge(long id, Anomaly.Acknowledgement taken) {
        return database.write(handle -> handle.execute(
                        "UPDATE serai_anomaly SET taken_by = ?, taken_at = ?, taken_note = ? WHERE id = ?",
                        shortened(taken.by(), 255),
                        at(taken.at()),
                        shortened(taken.note(), LONGEST),
                        id)
                == 1);
    }

    /** The newest first. */
    public List<Anomaly> list(Filter filter) {
        StringBuilder where = new StringBuilder(" WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        String name = filter.name();
        if (name != null) {
            where.append(" AND (integration = ? OR (integration = '' AND name = ?))");
            values.addAll(List.of(name, name));
        }
        Boolean open = filter.open();
        if (open != null) {
            where.append(open ? " AND ended_at IS NULL" : " AND ended_at IS NOT NULL");
        }
        Long before = filter.before();
        if (before != null) {
            where.append(" AND id < ?");
            values.add(before);
        }
        values.add(filter.limit());
        String sql = "SELECT * FROM serai_anomaly" + where + " ORDER BY id DESC FETCH FIRST ? ROWS ONLY";
        return database.read(handle -> handle.select(sql, values.toArray())
                .map((row, context) -> anomaly(row))
                .list());
    }

    public Optional<Anomaly> find(long id) {
        return database.read(handle -> handle.select("SELECT * FROM serai_anomaly WHERE id = ?", id)
                .map((row, context) -> anomaly(row))
                .findOne());
    }

    private static Anomaly anomaly(ResultSet row) throws SQLException {
        return new Anomaly(
                row.getLong("id"),
                new Subject(
                        Subject.Kind.valueOf(row.getString("kind")),
                        row.getString("integration"),
                        row.getString("name")),
                Measure.ofWord(row.getString("measure")).orElse(Measure.THROUGHPUT),
                new Range(row.getDouble("range_low"), row.getDouble("range_high")),
                row.getDouble("seen"),
                row.getDouble("worst"),
                row.getDouble("score"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getString("ended_how"),
                row.getString("rhythm"),
                causes(row.getString("causes")),
                acknowledgement(row));
    }

    private static Anomaly.@Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        String by = row.getString("taken_by");
        return by == null
                ? null
                : new Anomaly.Acknowledgement(
                        by, row.getObject("taken_at", OffsetDateTime.class).toInstant(), row.getString("taken_note"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime ended(Anomaly anomaly) {
        Instant until = anomaly.until();
        return until == null ? null : at(until);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String text, int length) {
        String clean = text.replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + "…";
    }

    private static String json(List<Cause> causes) {
        try {
            return JSON.writeValueAsString(causes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("causes cannot be written as JSON", e);
        }
    }

    private static List<Cause> causes(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the causes of an anomaly in the store cannot be read", e);
        }
    }
}
