package dev.serai.adapter.messaging.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.component.kafka.serde.KafkaHeaderDeserializer;
import org.apache.camel.component.kafka.serde.KafkaHeaderSerializer;
import org.jspecify.annotations.Nullable;

/** Headers as text in UTF-8, as programs in other languages write and read them; what is no text stays bytes. */
public final class TextHeaders implements KafkaHeaderSerializer, KafkaHeaderDeserializer {

    /** @return null for what has no form as text, which is not sent */
    @Override
    public byte @Nullable [] serialize(String name, Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        boolean isText = value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof UUID;
        return isText ? value.toString().getBytes(StandardCharsets.UTF_8) : null;
    }

    @Override
    public @Nullable Object deserialize(String name, byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
        } catch (CharacterCodingException e) {
            return value;
        }
    }
}
