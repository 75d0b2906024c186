package dev.serai.engine.cloud.pack;

/**
 * A jar that holds a class.
 *
 * @param pack whose jar it is; {@code core} for those that everybody sees, {@code JDK} for the Java runtime
 * @param jar its file name
 * @param path where it lies; empty for the Java runtime
 */
public record ClassPlace(String pack, String jar, String path) {}
