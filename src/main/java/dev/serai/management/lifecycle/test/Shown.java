package dev.serai.management.lifecycle.test;

/** How long values are shown in a sentence. */
final class Shown {

    private static final int LONGEST = 200;

    private Shown() {}

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
