package dev.serai.adapter.legacy.copybook;

import dev.serai.adapter.legacy.copybook.language.Item;

/** Numbers with the marks of a printed page. */
final class Edited {

    private Edited() {}

    static boolean is(Item item) {
        return item.picture()
                .map(picture ->
                        picture.text().toUpperCase(java.util.Locale.ROOT).matches(".*[Z*$+,./B-].*"))
                .orElse(false);
    }
}
