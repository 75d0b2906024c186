package dev.serai.foundation;

/** How much a {@link Finding} weighs: an error refuses the change, the others accompany it. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
