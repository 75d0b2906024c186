package dev.serai.service.intelligence.live;

import dev.serai.engine.database.Database;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What was learned of each subject, in the database: a restart goes on where it was. */
final class LearnedTable {

    /** What was not seen for so long is forgotten. */
    private static final Duration LONGEST = Duration.ofDays(30);

    /** To be raised when what is written changes; what has another form is not read. */
    private static final int FORM = 1;

    private final Database database;
    private final long bucketMillis;

    LearnedTable(Database database, Duration bucket) {
        this.database = database;
        this.bucketMillis = bucket.toMillis();
    }

    /** Something that can be written and read again. */
    interface Content {
        void save(DataOutputStream out) throws IOException;
    }

    /** How it is read. */
    interface Reader<T> {
        T load(DataInputStream in) throws IOException;
    }

    void save(String subject, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(FORM);
            out.writeLong(bucketMillis);
            content.save(out);
        }
        database.write(handle -> {
            handle.execute("DELETE FROM serai_anomaly_learned WHERE subject = ?", subject);
            return handle.execute(
                    "INSERT INTO serai_anomaly_learned (subject, saved_at, content) VALUES (?, ?, ?)",
                    subject,
                    Instant.now().atOffset(ZoneOffset.UTC),
                    bytes.toByteArray());
        });
    }

    /**
     * What was saved; empty when nothing was, or with buckets of another length, in which everything lies elsewhere.
     *
     * @throws IOException when it cannot be read
     */
    <T> Optional<T> load(String subject, Reader<T> reader) throws IOException {
        Optional<byte[]> kept = database.read(
                handle -> handle.select("SELECT content FROM serai_anomaly_learned WHERE subject = ?", subject)
                        .map((row, context) -> row.getBytes("content"))
                        .findOne());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(kept.get())))) {
            boolean fits = in.readInt() == FORM && in.readLong() == bucketMillis;
            return fits ? Optional.of(reader.load(in)) : Optional.empty();
        }
    }

    void forgetOld() {
        database.write(handle -> handle.execute(
                "DELETE FROM serai_anomaly_learned WHERE saved_at < ?",
                Instant.now().minus(LONGEST).atOffset(ZoneOffset.UTC)));
    }
}
