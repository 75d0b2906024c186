package dev.serai.management.lifecycle.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.serai.foundation.Metadata;
import dev.serai.foundation.Receipt;
import dev.serai.management.lifecycle.Claim;
import java.util.List;

/** Records as JSON in a column. A field that a later version adds is ignored, so that a step back can still read. */
final class StoredJson {

    private static final TypeReference<List<Claim>> CLAIMS = new TypeReference<>() {};

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    Metadata metadata(String json) {
        return read(() -> mapper.readValue(json, Metadata.class), "metadata");
    }

    Receipt receipt(String json) {
        return read(() -> mapper.readValue(json, Receipt.class), "receipt");
    }

    List<Claim> claims(String json) {
        return read(() -> mapper.readValue(json, CLAIMS), "claims");
    }

    private static <T> T read(Reading<T> reading, String what) {
        try {
            return reading.read();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + what + " is not the JSON it was written as", e);
        }
    }

    private interface Reading<T> {
        T read() throws JsonProcessingException;
    }
}
