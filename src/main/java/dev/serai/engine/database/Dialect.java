package dev.serai.engine.database;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** What differs between the two databases Serai's store runs on. */
enum Dialect {
    H2(Map.of("blob", "BINARY LARGE OBJECT", "bytes", "VARBINARY(1000000)")),
    POSTGRESQL(Map.of("blob", "BYTEA", "bytes", "BYTEA"));

    /**
     * A commit is written to the file before it returns (WRITE_DELAY), so a killed process loses none; space of old data is taken again
     * after a second (RETENTION_TIME), by when the bus and every forced write have put it to the disk.
     */
    private static final Map<String, String> H2_OPTIONS = Map.of(
            "MODE", "PostgreSQL",
            "WRITE_DELAY", "0",
            "RETENTION_TIME", "1000",
            "DB_CLOSE_ON_EXIT", "FALSE");

    private final Map<String, String> types;

    Dialect(Map<String, String> types) {
        this.types = types;
    }

    static Dialect of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new StoreException("serai.store.url is \"" + withoutParameters(url)
                + "\", expected jdbc:h2:… or jdbc:postgresql:…; leave it empty for the embedded store in state/");
    }

    /** The column types that the migrations leave open. */
    Map<String, String> types() {
        return types;
    }

    /** How long a connection lives. The embedded database closes with its last connection, so there one stays for ever (zero). */
    Duration longestConnection() {
        return this == H2 ? Duration.ZERO : Duration.ofMinutes(30);
    }

    /** The URL with the options the store relies on, where it does not set them itself. */
    String complete(String url) {
        if (this == POSTGRESQL) {
            return url;
        }
        StringBuilder complete = new StringBuilder(url);
        String given = url.toUpperCase(Locale.ROOT);
        H2_OPTIONS.forEach((name, value) -> {
            if (!given.contains(";" + name + "=")) {
                complete.append(';').append(name).append('=').append(value);
            }
        });
        return complete.toString();
    }

    /** The URL as it may be shown: parameters may hold a password. */
    static String withoutParameters(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
    }
}
