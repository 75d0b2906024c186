package dev.serai.management.lifecycle.gate.source;

/**
 * An entry of a free mapping such as {@code parameters}.
 *
 * @param key where its key stands
 * @param value what it says
 */
public record Option(Place key, Text value) {}
