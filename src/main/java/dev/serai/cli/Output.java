package dev.serai.cli;

/** How results are written. */
public enum Output {
    /** For people. */
    text,
    /** For programs: JSON and nothing else on standard output. */
    json
}
