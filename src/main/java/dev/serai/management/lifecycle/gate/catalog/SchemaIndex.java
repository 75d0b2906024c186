package dev.serai.management.lifecycle.gate.catalog;

import java.util.HashMap;
import java.util.Map;

/** Cuts the schema text into its definitions without parsing them. */
final class SchemaIndex {

    private final String json;
    private final Map<String, String> definitions = new HashMap<>();
    private int at;

    private SchemaIndex(String json) {
        this.json = json;
    }

    /** The source of each definition by its name, and of the item under the empty name. */
    static Map<String, String> of(String json) {
        SchemaIndex index = new SchemaIndex(json);
        index.cutDefinitions();
        index.cutItem();
        return index.definitions;
    }

    private void cutDefinitions() {
        at = json.indexOf('{', json.indexOf("\"definitions\"")) + 1;
        String name = "";
        while (json.charAt(at) != '}') {
            switch (json.charAt(at)) {
                case '"' -> name = string();
                case '{' -> definitions.put(name, object());
                default -> at++;
            }
        }
    }

    private void cutItem() {
        String rest = json.substring(at + 1);
        definitions.put("", "{ \"type\": \"object\", \"maxProperties\": 1" + rest.substring(0, rest.lastIndexOf('}')));
    }

    private String string() {
        int start = ++at;
        while (json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return json.substring(start, at++);
    }

    private String object() {
        int start = at;
        int depth = 0;
        do {
            char next = json.charAt(at);
            if (next == '"') {
                string();
                continue;
            }
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            at++;
        } while (depth > 0);
        return json.substring(start, at);
    }
}
