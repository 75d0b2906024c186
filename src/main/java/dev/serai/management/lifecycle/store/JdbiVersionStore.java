package dev.serai.management.lifecycle.store;

import dev.serai.engine.database.Database;
import dev.serai.foundation.HistoryEntry;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Versions, desired state and receipts in the runtime's database. Times are kept to the microsecond. */
public final class JdbiVersionStore implements VersionStore {

    /** Receipts kept of each integration; older ones are deleted with the next decision. Versions are never deleted. */
    static final int RECEIPTS_KEPT = 100;

    private static final String SELECT_DESIRED =
            "SELECT integration, active_version, state, since, source, decided_hash FROM serai_desired";

    private final Database database;
    private final StoredContent content = new StoredContent();
    private final StoredJson json = new StoredJson();

    public JdbiVersionStore(Database database) {
        this.database = database;
    }

    @Override
    public Version upcoming(String name, String hash) {
        return database.read(handle -> {
            int last = handle.select("SELECT last_number FROM serai_integration WHERE name = ?", name)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            boolean same = last > 0 && hash.equals(hashOf(handle, name, last));
            return new Version(name, same ? last : last + 1, hash);
        });
    }

    @Override
    public Version append(StoredVersion accepted) {
        return database.writeToDisk(handle -> append(handle, accepted));
    }

    private Version append(Handle handle, StoredVersion accepted) {
        String name = accepted.version().name();
        String hash = accepted.bundle().hash();
        int last = lockLastNumber(handle, name);
        if (last > 0 && hash.equals(hashOf(handle, name, last))) {
            handle.execute("UPDATE serai_version SET probation = '' WHERE integration = ? AND number = ?", name, last);
            return new Version(name, last, hash);
        }
        Version version = new Version(name, last + 1, hash);
        insert(handle, version, accepted);
        content.insert(handle, version, accepted.bundle(), accepted.classes());
        handle.execute("UPDATE serai_integration SET last_number = ? WHERE name = ?", version.number(), name);
        return version;
    }

    private static int lockLastNumber(Handle handle, String name) {
        handle.execute("INSERT INTO serai_integration (name, last_number) VALUES (?, 0) ON CONFLICT DO NOTHING", name);
        return handle.select("SELECT last_number FROM serai_integration WHERE name = ? FOR UPDATE", name)
                .mapTo(Integer.class)
                .one();
    }

    private static String hashOf(Handle handle, String name, int number) {
        return handle.select("SELECT hash FROM serai_version WHERE integration = ? AND number = ?", name, number)
                .mapTo(String.class)
                .one();
    }

    private void insert(Handle handle, Version version, StoredVersion accepted) {
        handle.execute(
                "INSERT INTO serai_version (integration, number, hash, source, metadata, claims, accepted_at, accepted_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                version.name(),
                version.number(),
                version.hash(),
                accepted.bundle().source(),
                json.write(accepted.metadata()),
                json.write(accepted.claims()),
                utc(accepted.at()),
                accepted.by());
    }

    @Override
    public void withdraw(Version version) {
        database.runToDisk(handle -> {
            if (lockLastNumber(handle, version.name()) == version.number()) {
                String rows = " WHERE integration = ? AND number = ?";
                handle.execute("DELETE FROM serai_version_part" + rows, version.name(), version.number());
                handle.execute("DELETE FROM serai_version" + rows, version.name(), version.number());
                handle.execute(
                        "UPDATE serai_integration SET last_number = ? WHERE name = ?",
                        version.number() - 1,
                        version.name());
            }
        });
    }

    @Override
    public void noteProbation(Version version, String note) {
        database.runToDisk(handle -> handle.execute(
                "UPDATE serai_version SET probation = ? WHERE integration = ? AND number = ?",
                note,
                version.name(),
                version.number()));
    }

    @Override
    public Optional<StoredVersion> version(String name, int number) {
        return database.read(handle -> handle.select(
                        "SELECT hash, source, metadata, claims, accepted_at, accepted_by FROM serai_version"
                                + " WHERE integration = ? AND number = ?",
                        name,
                        number)
                .map((row, context) -> stored(handle, row, new Version(name, number, row.getString("hash"))))
                .findOne());
    }

    private StoredVersion stored(Handle handle, ResultSet row, Version version) throws SQLException {
        return new StoredVersion(
                version,
                content.bundle(handle, version, row.getString("source")),
                content.classes(handle, version),
                json.metadata(row.getString("metadata")),
                json.claims(row.getString("claims")),
                instant(row, "accepted_at"),
                row.getString("accepted_by"));
    }

    @Override
    public List<HistoryEntry> history(String name) {
        return database.read(handle -> handle.select(
                        "SELECT v.number, v.hash, v.accepted_at, v.accepted_by, v.probation, d.active_version FROM serai_version v"
                                + " LEFT JOIN serai_desired d ON d.integration = v.integration"
                                + " WHERE v.integration = ? ORDER BY v.number DESC",
                        name)
                .map((row, context) -> historyEntry(row))
                .list());
    }

    private static HistoryEntry historyEntry(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        boolean active = row.getInt("active_version") == number;
        String probation = row.getString("probation");
        return new HistoryEntry(
                number,
                row.getString("hash"),
                instant(row, "accepted_at"),
                row.getString("accepted_by"),
                active,
                probation.isEmpty() ? null : probation);
    }

    @Override
    public void decide(Desired desired, Receipt receipt) {
        database.runToDisk(handle -> {
            writeDesired(handle, desired);
            appendReceipt(handle, desired.name(), receipt);
        });
    }

    private static void writeDesired(Handle handle, Desired desired) {
        handle.execute(
                "INSERT INTO serai_desired (integration, active_version, state, since, source, decided_hash)"
                        + " VALUES (?, NULL, ?, ?, '', '') ON CONFLICT DO NOTHING",
                desired.name(),
                desired.state().name(),
                utc(desired.since()));
        handle.execute(
                "UPDATE serai_desired SET active_version = ?, state = ?, since = ?, source = ?, decided_hash = ?"
                        + " WHERE integration = ?",
                desired.activeVersion(),
                desired.state().name(),
                utc(desired.since()),
                desired.source(),
                desired.decidedHash(),
                desired.name());
    }

    private void appendReceipt(Handle handle, String name, Receipt receipt) {
        handle.execute("INSERT INTO serai_receipt (integration, receipt) VALUES (?, ?)", name, json.write(receipt));
        handle.execute(
                "DELETE FROM serai_receipt WHERE integration = ? AND id <= (SELECT id FROM serai_receipt"
                        + " WHERE integration = ? ORDER BY id DESC OFFSET ? ROWS FETCH FIRST 1 ROW ONLY)",
                name,
                name,
                RECEIPTS_KEPT);
    }

    @Override
    public List<Desired> desired() {
        return database.read(handle -> handle.select(SELECT_DESIRED + " ORDER BY integration")
                .map((row, context) -> desired(row))
                .list());
    }

    @Override
    public Optional<Desired> desired(String name) {
        return database.read(handle -> handle.select(SELECT_DESIRED + " WHERE integration = ?", name)
                .map((row, context) -> desired(row))
                .findOne());
    }

    private static Desired desired(ResultSet row) throws SQLException {
        return new Desired(
                row.getString("integration"),
                number(row, "active_version"),
                IntegrationState.valueOf(row.getString("state")),
                instant(row, "since"),
                row.getString("source"),
                row.getString("decided_hash"));
    }

    @Override
    public Optional<Receipt> receipt(String name) {
        return database.read(handle -> handle.select(
                        "SELECT receipt FROM serai_receipt WHERE integration = ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY",
                        name)
                .mapTo(String.class)
                .findOne()
                .map(json::receipt));
    }

    @Override
    public void remove(String name, Receipt receipt) {
        database.runToDisk(handle -> {
            handle.execute("DELETE FROM serai_desired WHERE integration = ?", name);
            appendReceipt(handle, name, receipt);
        });
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
