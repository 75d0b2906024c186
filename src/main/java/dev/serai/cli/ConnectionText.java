package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** The fields of a connection as a person reads them. */
final class ConnectionText {

    private ConnectionText() {}

    static String latency(JsonNode connection) {
        JsonNode millis = connection.path("latencyMillis");
        return millis.isNumber() ? millis.asLong() + " ms" : "-";
    }

    static String time(JsonNode connection, String field) {
        JsonNode at = connection.path(field);
        return at.isTextual() ? Screen.time(Instant.parse(at.asText())) : "-";
    }

    static String usedBy(JsonNode connection) {
        List<String> names = Shapes.list(connection.path("usedBy"), JsonNode::asText);
        return names.isEmpty() ? "-" : String.join(", ", names);
    }

    static String text(JsonNode connection, String field) {
        return connection.path(field).isTextual() ? connection.path(field).asText() : "";
    }

    /** One connection, field by field. */
    static Table table(JsonNode connection) {
        Table table = new Table("FIELD", "VALUE");
        table.row("name", text(connection, "name"));
        table.row("connector", text(connection, "connector") + " (" + text(connection, "title") + ")");
        table.row("health", text(connection, "health"));
        table.row("latency", latency(connection));
        table.row("last success", time(connection, "lastSuccess"));
        table.row("last failure", time(connection, "lastFailure"));
        table.row("used by", usedBy(connection));
        table.row("error", text(connection, "error").isEmpty() ? "-" : text(connection, "error"));
        return table;
    }
}
