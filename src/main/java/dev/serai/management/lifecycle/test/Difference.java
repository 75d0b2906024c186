package dev.serai.management.lifecycle.test;

/**
 * The first place where what came is not what was expected.
 *
 * @param path a JSON path such as {@code $.lines[2].price}, a header, or a line and column of a text
 * @param expected what was expected there
 * @param actual what was there
 */
public record Difference(String path, String expected, String actual) {

    String sentence() {
        return "at " + path + " expected " + expected + ", got " + actual;
    }
}
