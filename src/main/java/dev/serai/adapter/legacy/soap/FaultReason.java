package dev.serai.adapter.legacy.soap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reason of a fault, out of the refusal that a REST API answered with: problem JSON (RFC 9457), other JSON, or a line of text. */
final class FaultReason {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REASONS = List.of("detail", "error", "message", "title");
    private static final int LONGEST = 300;

    private FaultReason() {}

    /**
     * What the API said of a request that it refused.
     *
     * @param status of its answer, which is told when it said nothing that a person would read
     */
    static String of(int status, @Nullable String body) {
        String text = body == null ? "" : body.strip();
        return said(text)
                .filter(reason -> !reason.isBlank())
                .map(FaultReason::oneLine)
                .orElse("refused with HTTP " + status);
    }

    private static Optional<String> said(String text) {
        if (text.startsWith("{")) {
            return ofJson(text);
        }
        return text.startsWith("<") || text.startsWith("[") ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> ofJson(String text) {
        try {
            JsonNode problem = JSON.readTree(text);
            return REASONS.stream()
                    .map(problem::path)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .findFirst();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static String oneLine(String reason) {
        String line = reason.lines().findFirst().orElse("").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
