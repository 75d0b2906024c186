package dev.serai.cli;

import java.util.regex.Matcher;

/** UP and DOWN in colour. */
final class Healths {

    private Healths() {}

    /** A line of a table with its health, or the severity of an alert, in colour. */
    static String coloured(Screen screen, String line) {
        return paint(
                paint(
                        paint(paint(line, "UP", screen.green("UP")), "DOWN", screen.red("DOWN")),
                        "critical",
                        screen.red("critical")),
                "warning",
                screen.yellow("warning"));
    }

    private static String paint(String line, String word, String colour) {
        return line.replaceFirst("(^|  )" + word + "(  |$)", "$1" + Matcher.quoteReplacement(colour) + "$2");
    }
}
