package dev.serai.management.lifecycle.gate.source;

/**
 * A word or sentence of a file.
 *
 * @param value the text
 * @param place where it begins
 * @param oneLine whether its characters stand one after the other behind the place, so that a place inside it can be told
 */
public record Text(String value, Place place, boolean oneLine) {

    /** The place of a character of the text, as precisely as it can be told. */
    public Place at(int index) {
        return oneLine && index >= 0 ? new Place(place.file(), place.line(), place.column() + index) : place;
    }

    /** The place of a word inside the text; that of the text when it does not contain the word. */
    public Place at(String word) {
        return at(Math.max(0, value.indexOf(word)));
    }
}
