package dev.serai.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The JSON of the management API and of {@code --output json}: records by their component names, instants as ISO-8601. */
public final class Wire {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private Wire() {}

    public static byte[] json(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /** Reads a request's body that holds a secret: what is wrong with it is told without quoting it. */
    static JsonNode readSecretly(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw Problem.badRequest("the body is not JSON", "send {\"value\": \"…\"}");
        }
    }

    /** Reads a request's body. */
    static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest(
                    "the body is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage(),
                    "see /api/v1/openapi.yaml for the expected shape");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory could not be read", e);
        }
    }
}
