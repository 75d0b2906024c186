package dev.serai.adapter.database.qdrant;

import com.google.protobuf.Message;
import io.qdrant.client.PointIdFactory;
import io.qdrant.client.ValueFactory;
import io.qdrant.client.VectorsFactory;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Common.PointId;
import io.qdrant.client.grpc.JsonWithInt.Value;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsIdsList;
import io.qdrant.client.grpc.Points.PointsSelector;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Qdrant's messages as maps, lists, texts and numbers. What is one of Qdrant's messages already stays as it is. */
final class Plain {

    private Plain() {}

    /** Of {@code {size: 384, distance: Cosine}}. */
    static Object dimensions(Object body) {
        if (!(body instanceof Map<?, ?> map)) {
            return body;
        }
        return VectorParams.newBuilder()
                .setSize(number(map, "size").longValue())
                .setDistance(
                        map.containsKey("distance")
                                ? Distance.valueOf(String.valueOf(map.get("distance")))
                                : Distance.Cosine)
                .build();
    }

    private static Number number(Map<?, ?> map, String name) {
        if (map.get(name) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("the body lacks the number \"" + name + "\"");
    }

    /** Of {@code {id: 7, vector: [0.1, 0.2], payload: {…}}}. */
    static Object point(Object body) {
        if (!(body instanceof Map<?, ?> map)) {
            return body;
        }
        if (map.get("id") == null || map.get("vector") == null) {
            throw new IllegalArgumentException(
                    "the point has the fields " + map.keySet() + "; expected id, vector and perhaps payload");
        }
        PointStruct.Builder point = PointStruct.newBuilder()
                .setId(id(map.get("id")))
                .setVectors(VectorsFactory.vectors(floats(map.get("vector"))));
        if (map.get("payload") instanceof Map<?, ?> payload) {
            payload.forEach((name, value) -> point.putPayload(String.valueOf(name), value(value)));
        }
        return point.build();
    }

    /** A whole number, or a UUID. */
    static PointId id(@Nullable Object id) {
        if (id instanceof PointId already) {
            return already;
        }
        return id instanceof Number number ? PointIdFactory.id(number.longValue()) : PointIdFactory.id(uuid(id));
    }

    private static UUID uuid(@Nullable Object id) {
        try {
            return UUID.fromString(String.valueOf(id));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the id of a point is neither a whole number nor a UUID");
        }
    }

    static Object selection(Collection<?> ids) {
        if (ids.size() == 1 && ids.iterator().next() instanceof Message already) {
            return already;
        }
        return PointsSelector.newBuilder()
                .setPoints(PointsIdsList.newBuilder()
                        .addAllIds(ids.stream().map(Plain::id).toList()))
                .build();
    }

    static Object vector(Object body) {
        return body instanceof PointStruct ? body : floats(body);
    }

    private static List<Float> floats(@Nullable Object vector) {
        if (vector instanceof float[] array) {
            return IntStream.range(0, array.length)
                    .mapToObj(place -> array[place])
                    .toList();
        }
        if (vector instanceof Collection<?> numbers) {
            return numbers.stream().map(each -> ((Number) each).floatValue()).toList();
        }
        throw new IllegalArgumentException("a vector is a list of numbers, this is "
                + (vector == null ? "nothing" : "a " + vector.getClass().getSimpleName()));
    }

    private static Value value(@Nullable Object value) {
        if (value == null) {
            return ValueFactory.nullValue();
        }
        if (value instanceof Boolean bool) {
            return ValueFactory.value(bool);
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return ValueFactory.value(((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return ValueFactory.value(number.longValue());
        }
        if (value instanceof Collection<?> list) {
            return ValueFactory.list(list.stream().map(Plain::value).toList());
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Value> fields = new LinkedHashMap<>();
            map.forEach((name, each) -> fields.put(String.valueOf(name), value(each)));
            return ValueFactory.value(fields);
        }
        return ValueFactory.value(String.valueOf(value));
    }

    /** A point of an answer as {@code {id: …, payload: {…}, score: …}}. */
    static Object told(Object point) {
        if (point instanceof ScoredPoint scored) {
            Map<String, Object> found = found(scored.getId(), scored.getPayloadMap());
            found.put("score", scored.getScore());
            return found;
        }
        return point instanceof RetrievedPoint retrieved ? found(retrieved.getId(), retrieved.getPayloadMap()) : point;
    }

    private static Map<String, Object> found(PointId id, Map<String, Value> payload) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("id", id.hasNum() ? (Object) id.getNum() : id.getUuid());
        found.put("payload", fields(payload));
        return found;
    }

    private static Map<String, @Nullable Object> fields(Map<String, Value> values) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, plain(value)));
        return fields;
    }

    private static @Nullable Object plain(Value value) {
        return switch (value.getKindCase()) {
            case DOUBLE_VALUE -> value.getDoubleValue();
            case INTEGER_VALUE -> value.getIntegerValue();
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case STRUCT_VALUE -> fields(value.getStructValue().getFieldsMap());
            case LIST_VALUE -> list(value.getListValue().getValuesList());
            case NULL_VALUE, KIND_NOT_SET -> null;
        };
    }

    private static List<@Nullable Object> list(List<Value> values) {
        List<@Nullable Object> list = new ArrayList<>();
        values.forEach(value -> list.add(plain(value)));
        return list;
    }
}
