package dev.serai.service.intelligence.live;

/**
 * What an anomaly may come from.
 *
 * @param kind such as {@code deployment} or {@code connection}
 * @param text what was seen, with its time
 * @param advice what can be done
 */
public record Cause(String kind, String text, String advice) {

    /** What is said when nothing was found explains nothing. */
    boolean explains() {
        return !kind.equals("unknown") && !kind.equals("sender") && !kind.equals("system");
    }
}
