package dev.serai.service.governance.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.serai.engine.message.Masking;
import dev.serai.service.governance.classification.Classification;
import dev.serai.service.governance.model.Content;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;

/** Masks fields of a JSON body by their paths; a body that is no JSON is masked as text, by names and forms. */
final class FieldMask {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CLASS = "class:";
    private static final Masking TEXT = Masking.standard();

    private FieldMask() {}

    /**
     * @param fields paths such as {@code customer.email}; {@code *} is any field or every item of a list, {@code **} any depth; {@code
     *     class:payment} is every field of that data class
     * @param classification finds the fields of a class
     */
    static void apply(Exchange exchange, List<String> fields, Classification classification) {
        String text = Content.text(exchange);
        boolean wasTree = exchange.getMessage().getBody() instanceof java.util.Map<?, ?>
                || exchange.getMessage().getBody() instanceof List<?>;
        if (text.isEmpty()) {
            return;
        }
        try {
            JsonNode tree = JSON.readTree(text);
            fields.forEach(field -> mask(tree, field, classification));
            exchange.getMessage().setBody(wasTree ? JSON.convertValue(tree, Object.class) : tree.toString());
        } catch (JsonProcessingException notJson) {
            exchange.getMessage().setBody(TEXT.text(text));
        }
    }

    private static void mask(JsonNode tree, String field, Classification classification) {
        if (field.startsWith(CLASS)) {
            ofClass(tree, "", field.substring(CLASS.length()), classification);
        } else {
            mask(tree, List.of(field.split("\\.")));
        }
    }

    private static void ofClass(JsonNode node, String path, String name, Classification classification) {
        if (node instanceof ArrayNode items) {
            items.forEach(item -> ofClass(item, path, name, classification));
        } else if (node instanceof ObjectNode object) {
            List<String> fields = new ArrayList<>();
            object.fieldNames().forEachRemaining(fields::add);
            fields.forEach(
                    field -> ofClass(object, path.isEmpty() ? field : path + "." + field, field, name, classification));
        }
    }

    private static void ofClass(
            ObjectNode object, String path, String field, String name, Classification classification) {
        JsonNode value = object.get(field);
        boolean list = value.isArray();
        boolean leaf = value.isValueNode();
        boolean told = leaf && classification.isOf(name, path, field, value.asText())
                || list && classification.isOf(name, path, field, value.toString());
        if (told && !value.isNull()) {
            object.put(field, Masking.MASK);
        } else {
            ofClass(value, path, name, classification);
        }
    }

    private static void mask(JsonNode node, List<String> path) {
        if (node instanceof ArrayNode items) {
            List<String> inside = path.get(0).equals("*") && path.size() > 1 ? path.subList(1, path.size()) : path;
            items.forEach(item -> mask(item, inside));
        } else if (node instanceof ObjectNode object) {
            masked(object, path);
        }
    }

    private static void masked(ObjectNode object, List<String> path) {
        String first = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (first.equals("**") && !rest.isEmpty()) {
            masked(object, rest);
            object.forEach(child -> mask(child, path));
            return;
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name -> first.equals("*") || first.equals(name)).forEach(name -> {
            if (rest.isEmpty()) {
                object.put(name, Masking.MASK);
            } else {
                mask(object.get(name), rest);
            }
        });
    }
}
