package dev.serai.management.lifecycle.gate.source;

/**
 * A point in a file of the bundle.
 *
 * @param file path within the bundle; empty for the bundle as a whole
 * @param line from 1; 0 for the whole file
 * @param column from 1; 0 when unknown
 */
public record Place(String file, int line, int column) {

    public static Place of(String file) {
        return new Place(file, 0, 0);
    }
}
