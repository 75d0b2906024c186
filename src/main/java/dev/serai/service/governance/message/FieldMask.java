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
import java.util.function.Predicate;
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
            String name = field.substring(CLASS.length());
            ofClass(tree, "", "", one -> classification.isOf(name, one.path(), one.name(), one.value()));
        } else {
            mask(tree, List.of(field.split("\\.")));
        }
    }

    /** The items of a list have the path and the name of the list. */
    private static void ofClass(JsonNode node, String path, String field, Predicate<Field> told) {
        if (node instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                JsonNode item = items.get(i);
                if (isTold(item, path, field, told)) {
                    items.set(i, Masking.MASK);
                } else {
                    ofClass(item, path, field, told);
                }
            }
        } else if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> ofClass(object, path.isEmpty() ? name : path + "." + name, name, told));
        }
    }

    private static void ofClass(ObjectNode object, String path, String field, Predicate<Field> told) {
        JsonNode value = object.get(field);
        if (isTold(value, path, field, told)) {
            object.put(field, Masking.MASK);
        } else {
            ofClass(value, path, field, told);
        }
    }

    private static boolean isTold(JsonNode value, String path, String field, Predicate<Field> told) {
        return value.isValueNode() && !value.isNull() && told.test(new Field(path, field, value.asText()));
    }

    private record Field(String path, String name, String value) {}

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
