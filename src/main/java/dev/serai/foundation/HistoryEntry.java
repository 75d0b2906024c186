package dev.serai.foundation;

import java.time.Instant;

/**
 * One version in the history of an integration.
 *
 * @param version its number
 * @param hash its content hash
 * @param at when it was accepted
 * @param by who brought it: {@code file} for the watched folder, otherwise a user's name
 * @param active whether it serves now
 */
public record HistoryEntry(int version, String hash, Instant at, String by, boolean active) {}
