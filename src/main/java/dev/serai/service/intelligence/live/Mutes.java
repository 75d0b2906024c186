package dev.serai.service.intelligence.live;

import dev.serai.engine.database.Database;
import dev.serai.foundation.settings.Windows;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Maintenance windows that people opened: until they end nothing is told of what they name, and nothing is learned of it. */
public final class Mutes {

    /** The name that means everything. */
    public static final String ALL = "*";

    private final Database database;
    private final Windows windows;
    private final List<Mute> mutes;

    /**
     * A maintenance window.
     *
     * @param id its number
     * @param name the integration, connection or system that it is about; {@code *} for everything
     * @param until when it ends
     * @param reason what the person said; may be empty
     * @param by who opened it
     */
    public record Mute(long id, String name, Instant until, String reason, String by) {

        boolean covers(Subject subject) {
            return name.equals(ALL)
                    || name.equals(subject.integration())
                    || subject.integration().isEmpty() && name.equals(subject.name());
        }
    }

    /** @param windows those that come again, as the configuration says */
    public Mutes(Database database, Windows windows) {
        this.database = database;
        this.windows = windows;
        this.mutes = new CopyOnWriteArrayList<>(stored(database));
    }

    private static List<Mute> stored(Database database) {
        return database.read(handle -> handle.select(
                        "SELECT id, name, ends_at, reason, muted_by FROM serai_anomaly_mute ORDER BY id")
                .map((row, context) -> new Mute(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getString("muted_by")))
                .list());
    }

    public synchronized Mute add(String name, Instant until, String reason, String by) {
        long id = database.write(handle -> {
            handle.execute(
                    "DELETE FROM serai_anomaly_mute WHERE ends_at < ?",
                    Instant.now().atOffset(ZoneOffset.UTC));
            return handle.createUpdate(
                            "INSERT INTO serai_anomaly_mute (name, ends_at, reason, muted_by) VALUES (?, ?, ?, ?)")
                    .bind(0, name)
                    .bind(1, until.atOffset(ZoneOffset.UTC))
                    .bind(2, reason)
                    .bind(3, by)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        });
        Mute mute = new Mute(id, name, until, reason, by);
        mutes.add(mute);
        return mute;
    }

    /** Ends one before its time; empty when there is none of that number. */
    public synchronized Optional<Mute> remove(long id) {
        Optional<Mute> found = active().stream().filter(one -> one.id == id).findFirst();
        found.ifPresent(mute -> {
            database.write(handle -> handle.execute("DELETE FROM serai_anomaly_mute WHERE id = ?", id));
            mutes.remove(mute);
        });
        return found;
    }

    /** Those that last. */
    public List<Mute> active() {
        Instant now = Instant.now();
        mutes.removeIf(mute -> mute.until.isBefore(now));
        return List.copyOf(mutes);
    }

    boolean covers(Subject subject) {
        return windows.hold(LocalDateTime.now()) || active().stream().anyMatch(mute -> mute.covers(subject));
    }
}
