package dev.serai.foundation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version in the history of an integration.
 *
 * @param version its number
 * @param hash its content hash
 * @param at when it was accepted
 * @param by who brought it: {@code file} for the watched folder, otherwise a user's name
 * @param active whether it serves now
 * @param probation what came of its probation while that did not end well, such as {@code taken back: …}; null for a version that was
 *     promoted, or never on probation
 */
public record HistoryEntry(
        int version,
        String hash,
        Instant at,
        String by,
        boolean active,
        @Nullable String probation) {}
