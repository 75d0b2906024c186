package dev.serai.adapter.legacy.copybook.language;

import java.util.Optional;

/** How a field is stored. */
public enum Usage {
    DISPLAY("DISPLAY"),
    NATIONAL("NATIONAL"),
    BINARY("COMP"),
    NATIVE("COMP-5"),
    PACKED("COMP-3"),
    FLOAT("COMP-1"),
    DOUBLE("COMP-2");

    /** What is understood, for messages. */
    static final String KNOWN =
            "DISPLAY, NATIONAL, COMP, COMP-4, BINARY, COMP-5, COMP-3, PACKED-DECIMAL, COMP-1 and COMP-2";

    private final String word;

    Usage(String word) {
        this.word = word;
    }

    /** As COBOL calls it. */
    public String word() {
        return word;
    }

    /** The usage that a word names, in capitals. */
    static Optional<Usage> of(String word) {
        return Optional.ofNullable(
                switch (word.replace("COMPUTATIONAL", "COMP")) {
                    case "DISPLAY" -> DISPLAY;
                    case "NATIONAL" -> NATIONAL;
                    case "COMP", "COMP-4", "BINARY" -> BINARY;
                    case "COMP-5" -> NATIVE;
                    case "COMP-3", "PACKED-DECIMAL" -> PACKED;
                    case "COMP-1" -> FLOAT;
                    case "COMP-2" -> DOUBLE;
                    default -> null;
                });
    }

    /** Whether a field of it has no picture. */
    public boolean isFloating() {
        return this == FLOAT || this == DOUBLE;
    }

    /** Whether its bytes are those of a binary number. */
    public boolean isBinary() {
        return this == BINARY || this == NATIVE;
    }

    /** Whether its bytes are characters. */
    public boolean isText() {
        return this == DISPLAY || this == NATIONAL;
    }
}
