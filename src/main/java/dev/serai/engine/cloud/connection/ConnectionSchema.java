package dev.serai.engine.cloud.connection;

import dev.serai.foundation.Connector;
import dev.serai.foundation.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON Schema of a connection's file: which parameters there are depends on its connector. */
final class ConnectionSchema {

    private static final String REFERENCE = "\\{\\{.+\\}\\}";

    private ConnectionSchema() {}

    static Map<String, Object> of(List<Connector> connectors) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "connector",
                Map.of(
                        "description",
                        "The kind of system",
                        "oneOf",
                        connectors.stream().map(ConnectionSchema::name).toList()));
        properties.put("parameters", Map.of("type", "object"));
        properties.put("profiles", object("Parameters of a profile, set in place of the common ones", Map.of()));
        properties.put("circuit", circuit());
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "A connection of Serai");
        schema.put("type", "object");
        schema.put("required", List.of("connector"));
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        schema.put(
                "allOf",
                connectors.stream()
                        .flatMap(connector -> Stream.of(known(connector), required(connector)))
                        .toList());
        return schema;
    }

    private static Map<String, Object> name(Connector connector) {
        return Map.of(
                "const", connector.name(),
                "title", connector.title(),
                "description", connector.description());
    }

    private static Map<String, Object> object(String description, Map<String, Object> properties) {
        return properties.isEmpty()
                ? Map.of("type", "object", "description", description)
                : Map.of(
                        "type",
                        "object",
                        "description",
                        description,
                        "properties",
                        properties,
                        "additionalProperties",
                        false);
    }

    private static Map<String, Object> known(Connector connector) {
        Map<String, Object> properties = new LinkedHashMap<>();
        connector.parameters().forEach(parameter -> properties.put(parameter.name(), value(parameter)));
        Map<String, Object> parameters =
                Map.of("type", "object", "properties", properties, "additionalProperties", false);
        Map<String, Object> profile =
                Map.of("type", "object", "properties", Map.of("parameters", parameters), "additionalProperties", false);
        return Map.of(
                "if",
                is(connector),
                "then",
                Map.of(
                        "properties",
                        Map.of(
                                "parameters",
                                parameters,
                                "profiles",
                                Map.of("type", "object", "additionalProperties", profile))));
    }

    /** A profile may set what the common parameters leave out: then nothing is demanded of these. */
    private static Map<String, Object> required(Connector connector) {
        List<String> names = connector.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        return names.isEmpty()
                ? Map.of()
                : Map.of(
                        "if",
                        Map.of("allOf", List.of(is(connector), Map.of("not", Map.of("required", List.of("profiles"))))),
                        "then",
                        Map.of(
                                "required",
                                List.of("parameters"),
                                "properties",
                                Map.of("parameters", Map.of("required", names))));
    }

    private static Map<String, Object> is(Connector connector) {
        return Map.of(
                "required", List.of("connector"), "properties", Map.of("connector", Map.of("const", connector.name())));
    }

    private static Map<String, Object> value(Parameter parameter) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("description", description(parameter));
        value.putAll(form(parameter));
        if (parameter.defaultValue() != null) {
            value.put("default", parameter.defaultValue());
        }
        if (!parameter.example().isEmpty()) {
            value.put("examples", List.of(parameter.example()));
        }
        return value;
    }

    private static String description(Parameter parameter) {
        return parameter.description()
                + (parameter.unit().isEmpty() ? "" : ", in " + parameter.unit())
                + (parameter.secret() ? "; a secret, written as a reference" : "");
    }

    private static Map<String, Object> form(Parameter parameter) {
        if (parameter.secret()) {
            return Map.of("type", "string", "pattern", REFERENCE + "|^$");
        }
        Map<String, Object> reference = Map.of("type", "string", "pattern", REFERENCE);
        return switch (parameter.type()) {
            case STRING -> Map.of("type", List.of("string", "number", "boolean"));
            case INTEGER, NUMBER, BOOLEAN ->
                Map.of("anyOf", List.of(Map.of("type", parameter.type().title()), reference));
        };
    }

    private static Map<String, Object> circuit() {
        Map<String, Object> whole = Map.of("type", "integer", "minimum", 1);
        return object(
                "When the connection is left alone because its system fails",
                Map.of(
                        "failure-percent", Map.of("type", "integer", "minimum", 1, "maximum", 100),
                        "calls", whole,
                        "minimum-calls", whole,
                        "pause", Map.of("type", "string", "pattern", "^(\\d+(ms|s|m|h|d))+$"),
                        "trials", whole));
    }
}
