package dev.serai.engine.message;

/**
 * A body that can be kept in a database or handed to another integration.
 *
 * @param type what the bytes are
 * @param bytes the content; empty for {@link PayloadType#NONE}
 */
public record Payload(PayloadType type, byte[] bytes) {

    public static final Payload NOTHING = new Payload(PayloadType.NONE, new byte[0]);
}
