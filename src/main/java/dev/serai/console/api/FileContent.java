package dev.serai.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A file's content in JSON: text as a string, anything else as {@code {"base64": "…"}}. */
public final class FileContent {

    private static final String BASE64 = "base64";

    private FileContent() {}

    public static JsonNode of(byte[] bytes) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return text(bytes).<JsonNode>map(json::textNode).orElseGet(() -> json.objectNode()
                .put(BASE64, Base64.getEncoder().encodeToString(bytes)));
    }

    /** The content as text; empty when it is not UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    static byte[] bytes(String path, JsonNode content) {
        if (content.isTextual()) {
            return content.textValue().getBytes(StandardCharsets.UTF_8);
        }
        if (content.isObject() && content.size() == 1 && content.path(BASE64).isTextual()) {
            return decoded(path, content.path(BASE64).textValue());
        }
        throw Problem.badRequest(
                "the content of file " + path + " is neither text nor {\"base64\": \"…\"}",
                "send text as a JSON string and other bytes as {\"base64\": \"…\"}");
    }

    private static byte[] decoded(String path, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "the base64 of file " + path + " is malformed", "encode it as RFC 4648 section 4 says");
        }
    }
}
