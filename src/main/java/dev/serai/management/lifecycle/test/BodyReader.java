package dev.serai.management.lifecycle.test;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.Bundle;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the body of a message, which is written in the test, or is a file of the integration. */
final class BodyReader {

    private static final List<String> FORMS = List.of("body", "object", "file");

    private final Bundle bundle;
    private final String folder;

    /** @param path the test file; files are named relative to it */
    BodyReader(Bundle bundle, String path) {
        this.bundle = bundle;
        this.folder = path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** {@code body} is text, a map or list of it becomes JSON text; {@code object} is a Java object; {@code file} a file's text. */
    Body read(Fields fields) {
        List<String> forms = FORMS.stream().filter(fields::has).toList();
        if (forms.isEmpty()) {
            return Body.NONE;
        }
        if (forms.size() > 1) {
            fields.problem(forms.get(1), "a message has one body, not both " + String.join(" and ", forms), "");
        }
        return switch (forms.get(0)) {
            case "object" -> Body.of(fields.json("object").map(BodyReader::java).orElse(null));
            case "file" -> file(fields).map(Body::of).orElse(Body.NONE);
            default -> Body.of(fields.json("body").map(BodyReader::text).orElse(null));
        };
    }

    /** The text of the file that the field names; a problem is noted when there is no such file. */
    Optional<Object> file(Fields fields) {
        return fields.text("file").flatMap(name -> {
            Optional<String> path =
                    Stream.of(folder + name, name).filter(bundle::contains).findFirst();
            if (path.isEmpty()) {
                fields.problem(
                        "file", "the integration has no file \"" + name + "\"", Suggestion.hint(name, bundle.paths()));
            }
            return path.map(found -> textOrBytes(bundle.bytes(found)));
        });
    }

    static Map<String, Object> javaValues(Map<String, JsonNode> map) {
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object java = java(value);
            if (java != null) {
                values.put(key, java);
            }
        });
        return values;
    }

    static @Nullable String text(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        return node.isContainerNode() ? node.toString() : node.asText();
    }

    private static @Nullable Object java(JsonNode node) {
        return node.isNull() ? null : Content.toJava(node);
    }

    private static Object textOrBytes(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes; // no text, so the message carries it as it is
        }
    }
}
