package dev.serai.service.governance.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a rule can name: variables, and the fields of the things that they stand for.
 *
 * @param things the kinds of things by name, such as {@code Endpoint}
 * @param variables the kind of each variable by name
 */
public record Vocabulary(Map<String, Thing> things, Map<String, String> variables) {

    public Vocabulary {
        things = Map.copyOf(things);
        variables = Map.copyOf(variables);
    }

    /**
     * A kind of thing.
     *
     * @param name its name
     * @param fields what it has, in the order in which a manual tells it
     */
    public record Thing(String name, List<Field> fields) {

        public Thing {
            fields = List.copyOf(fields);
        }

        /** Its fields by name. */
        public Map<String, Field> byName() {
            Map<String, Field> byName = new LinkedHashMap<>();
            fields.forEach(field -> byName.put(field.name(), field));
            return byName;
        }
    }

    /**
     * A field.
     *
     * @param name how a rule names it
     * @param kind {@code string}, {@code int}, {@code bool}, {@code any}, {@code map} of strings, a {@link Thing}, or a list: {@code list<string>}
     * @param description what it says
     */
    public record Field(String name, String kind, String description) {}
}
