package dev.serai.engine.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The headers of a message that leave its Camel context: simple values only, everything else stays behind. */
public final class Headers {

    /** Credentials are for the edge and are neither kept nor passed on. */
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Headers() {}

    /** Headers for another integration: without Camel's own, which would steer the endpoints there. */
    public static Map<String, Object> portable(Map<String, Object> headers) {
        Map<String, Object> portable = simple(headers);
        portable.keySet().removeIf(Headers::isCamels);
        return portable;
    }

    /** Headers for the same route at a later time: Camel's own too. */
    public static Map<String, Object> simple(Map<String, Object> headers) {
        Map<String, Object> simple = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            Object kept = simple(value);
            if (kept != null && !CREDENTIALS.contains(name.toLowerCase(Locale.ROOT))) {
                simple.put(name, kept);
            }
        });
        return simple;
    }

    private static @Nullable Object simple(@Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof CharSequence
                || value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof Temporal) {
            return value.toString();
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        return value instanceof Collection<?> many ? simple(many) : null;
    }

    private static @Nullable Object simple(Collection<?> many) {
        List<Object> kept = new ArrayList<>();
        for (Object value : many) {
            Object one = simple(value);
            if (one != null) {
                kept.add(one);
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isCamels(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("camel") || lower.startsWith("org.apache.camel");
    }

    public static String toJson(Map<String, Object> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("simple headers can always be written", e);
        }
    }

    public static Map<String, Object> fromJson(String json) {
        try {
            return JSON.readValue(json, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept headers are not the JSON they were written as", e);
        }
    }
}
