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
        if (connection.path("circuit").isTextual()) {
            table.row("circuit", text(connection, "circuit"));
        }
        if (connection.path("change").isObject()) {
            change(connection.path("change"), table);
        }
        return table;
    }

    private static void change(JsonNode change, Table table) {
        table.row(
                "last change",
                (change.path("accepted").asBoolean() ? "in force since " : "refused ") + time(change, "at"));
        List<String> switched = Shapes.list(change.path("switched"), JsonNode::asText);
        if (!switched.isEmpty()) {
            table.row("switched", String.join(", ", switched));
        }
        change.path("findings").forEach(finding -> table.row("finding", sentence(finding)));
    }

    private static String sentence(JsonNode finding) {
        String hint = text(finding, "hint");
        return text(finding, "file")
                + (finding.path("line").asInt() > 0 ? ":" + finding.path("line").asInt() : "") + ": "
                + text(finding, "message") + (hint.isEmpty() ? "" : "; " + hint);
    }

    /** Whether its file says something else than what is in force. */
    static String refusal(JsonNode connection) {
        JsonNode change = connection.path("change");
        return change.isObject() && !change.path("accepted").asBoolean() ? "its change was refused" : "";
    }

    static String circuit(JsonNode connection) {
        return connection.path("circuit").isTextual() ? text(connection, "circuit") : "-";
    }
}
