package dev.serai.engine.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A payload's bytes in the columns {@code body} and {@code large_body}: small ones in the row, where they are read fast; large ones beside
 * it, where they may be of any size.
 *
 * @param body the bytes when they are small
 * @param largeBody the bytes when they are not
 */
public record KeptBody(byte @Nullable [] body, byte @Nullable [] largeBody) {

    private static final int LARGE = 32 * 1024;
    private static final Payload ELSEWHERE = new Payload(PayloadType.NONE, new byte[0]);

    public static KeptBody of(Payload payload) {
        byte[] bytes = payload.bytes();
        return bytes.length < LARGE ? new KeptBody(bytes, null) : new KeptBody(null, bytes);
    }

    /** The payload of a row with the columns {@code body_type}, {@code body} and {@code large_body}. */
    public static Payload read(ResultSet row) throws SQLException {
        byte[] small = row.getBytes("body");
        byte[] bytes = small == null ? row.getBytes("large_body") : small;
        return new Payload(PayloadType.valueOf(row.getString("body_type")), bytes);
    }

    /** The payload of a row without {@code large_body}: a large one is {@linkplain #isElsewhere elsewhere}. */
    public static Payload readSmall(ResultSet row) throws SQLException {
        byte[] small = row.getBytes("body");
        return small == null ? ELSEWHERE : new Payload(PayloadType.valueOf(row.getString("body_type")), small);
    }

    public static boolean isElsewhere(Payload payload) {
        return payload == ELSEWHERE;
    }
}
