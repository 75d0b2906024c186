package dev.serai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code serai audit list}: acts on record, newest first. */
@Command(
        name = "list",
        header = "Acts on record, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai audit list",
            "  serai audit list --subject orders --action integration.*",
            "  serai audit list --outcome DENIED --from 2026-11-01T00:00:00Z"
        })
final class AuditListCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--actor", paramLabel = "NAME", description = "Only what this user, token or part did.")
    private @Nullable String actor;

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            description = "Only this action, such as integration.deploy; integration.* for all of a kind.")
    private @Nullable String action;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Only what was done to this; orders means all of its versions.")
    private @Nullable String subject;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "Only what came to this: DONE, REFUSED, DENIED or FAILED.")
    private @Nullable String outcome;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Not before this instant: 2026-11-22T12:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Not after this instant.")
    private @Nullable String to;

    @Option(names = "--limit", paramLabel = "N", description = "How many at most, up to 1000. Default: 100.")
    private @Nullable Integer limit;

    @Option(
            names = "--before",
            paramLabel = "NUMBER",
            description = "Only those with a smaller number, for the next page.")
    private @Nullable Long before;

    AuditListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String query = parameter("actor", actor)
                + parameter("action", action)
                + parameter("subject", subject)
                + parameter("outcome", outcome)
                + parameter("from", from)
                + parameter("to", to)
                + parameter("before", before)
                + parameter("limit", limit);
        String path = "/audit" + (query.isEmpty() ? "" : "?" + query.substring(1));
        session.screen().show(session.runtime().get(path), reply -> print(reply.json()));
        return ExitCode.FINE;
    }

    private static String parameter(String key, @Nullable Object value) {
        return value == null ? "" : "&" + key + "=" + RuntimeClient.segment(value.toString());
    }

    private void print(JsonNode page) {
        if (page.path("records").isEmpty()) {
            session.screen().line("nothing on record");
        } else {
            session.screen().table(table(page.path("records")));
        }
        if (page.path("next").isNumber()) {
            session.screen().line("more: --before " + page.path("next").asLong());
        }
    }

    private static Table table(JsonNode records) {
        Table table = new Table("NUMBER", "AT", "ACTOR", "FROM", "ACTION", "SUBJECT", "OUTCOME", "DETAIL");
        records.forEach(record -> table.row(
                record.path("number").asText(),
                Screen.time(Instant.parse(record.path("at").asText())),
                record.path("actor").asText(),
                from(record),
                record.path("action").asText(),
                record.path("subject").asText(),
                record.path("outcome").asText(),
                record.path("detail").asText().lines().findFirst().orElse("")));
        return table;
    }

    private static String from(JsonNode record) {
        String address = record.path("address").asText();
        return record.path("means").asText() + (address.isEmpty() ? "" : " " + address);
    }
}
