package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.foundation.CanaryStatus;
import dev.serai.foundation.Finding;
import dev.serai.foundation.IntegrationState;
import dev.serai.foundation.IntegrationStatus;
import dev.serai.foundation.Receipt;
import dev.serai.foundation.RouteStatus;
import dev.serai.foundation.Severity;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The management API's JSON as the records it was written from. */
final class Shapes {

    private Shapes() {}

    static IntegrationStatus status(JsonNode json) {
        return new IntegrationStatus(
                text(json, "name"),
                number(json, "version"),
                text(json, "hash"),
                IntegrationState.valueOf(text(json, "state")),
                Instant.parse(text(json, "since")),
                text(json, "source"),
                json.path("fileDiffers").asBoolean(),
                list(json.path("routes"), Shapes::route),
                list(json.path("http"), JsonNode::asText),
                json.path("receipt").isObject() ? receipt(json.path("receipt")) : null,
                json.path("owner").textValue(),
                json.path("description").textValue(),
                json.path("canary").isObject() ? canary(json.path("canary")) : null);
    }

    private static CanaryStatus canary(JsonNode json) {
        return new CanaryStatus(
                json.path("version").asInt(),
                text(json, "hash"),
                json.path("share").asInt(),
                Instant.parse(text(json, "since")),
                Instant.parse(text(json, "until")),
                json.path("requests").asLong(),
                json.path("failed").asLong(),
                json.path("p95Millis").asDouble());
    }

    static Receipt receipt(JsonNode json) {
        return new Receipt(
                text(json, "name"),
                json.path("accepted").asBoolean(),
                number(json, "version"),
                text(json, "hash"),
                number(json, "activeVersion"),
                Instant.parse(text(json, "at")),
                list(json.path("findings"), Shapes::finding));
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> shape) {
        return StreamSupport.stream(array.spliterator(), false).map(shape).toList();
    }

    private static RouteStatus route(JsonNode json) {
        return new RouteStatus(text(json, "id"), text(json, "from"), text(json, "state"));
    }

    private static Finding finding(JsonNode json) {
        return new Finding(
                Severity.valueOf(text(json, "severity")),
                text(json, "file"),
                json.path("line").asInt(),
                json.path("column").asInt(),
                text(json, "check"),
                text(json, "message"),
                text(json, "hint"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText();
    }

    private static @Nullable Integer number(JsonNode json, String field) {
        return json.path(field).isNumber() ? json.path(field).intValue() : null;
    }
}
