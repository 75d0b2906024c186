package dev.serai.engine.message;

/** What the bytes of a {@link Payload} were before, and become again. */
public enum PayloadType {
    /** No body. */
    NONE,
    /** A string, in UTF-8. */
    TEXT,
    /** Bytes, a stream or a file. */
    BYTES,
    /** A map, list, number, boolean, or an object with JSON properties; comes back as map, list, number, boolean or string. */
    JSON
}
