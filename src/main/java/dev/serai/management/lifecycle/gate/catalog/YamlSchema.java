package dev.serai.management.lifecycle.gate.catalog;

import dev.serai.management.lifecycle.gate.catalog.Shape.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** Camel's own schema of its YAML DSL. Only the definitions that a file uses are parsed: the whole would cost a start-up 100 ms. */
public final class YamlSchema {

    private static final String RESOURCE = "/schema/camelYamlDsl.json";
    private static final String REFERENCE = "#/items/definitions/";
    private static final String STEP = "org.apache.camel.model.ProcessorDefinition";

    private final Map<String, String> sources;
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    private YamlSchema(Map<String, String> sources) {
        this.sources = sources;
    }

    public static YamlSchema load() {
        try (InputStream schema = YamlSchema.class.getResourceAsStream(RESOURCE)) {
            if (schema == null) {
                throw new IllegalStateException(RESOURCE + " of camel-yaml-dsl is not on the class path");
            }
            return new YamlSchema(SchemaIndex.of(new String(schema.readAllBytes(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /** One item of a file: a route, a REST service, beans … */
    public Shape item() {
        return shape("");
    }

    /** One step of a route. */
    public Shape step() {
        return shape(STEP);
    }

    Shape shape(String type) {
        Shape known = shapes.get(type);
        if (known == null) {
            known = parse(type, json(sources.getOrDefault(type, "{}")));
            shapes.put(type, known);
        }
        return known;
    }

    private static JsonObject json(String text) {
        try {
            return (JsonObject) Jsoner.deserialize(text);
        } catch (DeserializationException e) {
            throw new IllegalStateException("the schema of camel-yaml-dsl is not the one this was written for", e);
        }
    }

    private Shape parse(String type, JsonObject schema) {
        String reference = schema.getString("$ref");
        if (reference != null && !schema.containsKey("properties")) {
            return shape(reference.substring(REFERENCE.length()));
        }
        JsonObject object = objectForm(schema);
        Map<String, Supplier<Shape>> fields = new LinkedHashMap<>();
        children(object, "properties").forEach((key, value) -> fields.put(key, () -> parse("", (JsonObject) value)));
        List<Set<String>> choices = new ArrayList<>();
        List<Set<String>> mandatory = new ArrayList<>();
        for (JsonObject group : objects(object, "anyOf")) {
            addChoice(group, fields, choices, mandatory);
        }
        return new Shape(
                type,
                kindOf(object),
                object != schema,
                fields,
                !fields.isEmpty() || Boolean.FALSE.equals(object.get("additionalProperties")),
                required(schema, object),
                choices,
                mandatory,
                object.containsKey("maxProperties"),
                () -> parse("", (JsonObject) object.getOrDefault("items", new JsonObject())),
                strings(object.get("enum")));
    }

    /** The definition itself, or the object form of one that may also be written as a text. */
    private static JsonObject objectForm(JsonObject schema) {
        return objects(schema, "oneOf").stream()
                .filter(form -> "object".equals(form.getString("type")))
                .findFirst()
                .orElse(schema);
    }

    private void addChoice(
            JsonObject group,
            Map<String, Supplier<Shape>> fields,
            List<Set<String>> choices,
            List<Set<String>> mandatory) {
        Set<String> names = new LinkedHashSet<>();
        boolean optional = false;
        for (JsonObject form : objects(group, "oneOf")) {
            optional |= form.containsKey("not");
            if (form.containsKey("$ref")) {
                Shape shared = parse("", form);
                shared.choices().forEach(names::addAll);
                fields.putAll(shared.fields());
            }
            children(form, "properties").forEach((key, value) -> {
                names.add(key);
                fields.put(key, () -> parse("", (JsonObject) value));
            });
        }
        choices.add(names);
        if (!optional) {
            mandatory.add(names);
        }
    }

    private static Set<String> required(JsonObject schema, JsonObject object) {
        Set<String> required = new LinkedHashSet<>(strings(schema.get("required")));
        required.addAll(strings(object.get("required")));
        return required;
    }

    private static Kind kindOf(JsonObject schema) {
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> Kind.OBJECT;
            case "array" -> Kind.ARRAY;
            case "string" -> Kind.STRING;
            case "boolean" -> Kind.BOOLEAN;
            case "number", "integer" -> Kind.NUMBER;
            default -> Kind.ANY;
        };
    }

    private static Map<String, Object> children(JsonObject schema, String key) {
        JsonObject found = schema.getMap(key);
        return found == null ? Map.of() : found;
    }

    private static List<JsonObject> objects(JsonObject schema, String key) {
        Collection<?> found = (Collection<?>) schema.getOrDefault(key, List.of());
        return found.stream().map(JsonObject.class::cast).toList();
    }

    private static List<String> strings(@org.jspecify.annotations.Nullable Object list) {
        return list instanceof Collection<?> found
                ? found.stream().map(String::valueOf).toList()
                : List.of();
    }
}
