package dev.serai.console.api;

import dev.serai.management.security.Permission;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditFilter;
import dev.serai.management.security.audit.LogReader;
import dev.serai.management.security.audit.LogVerifier;
import dev.serai.management.security.audit.Verification;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** {@code /audit}: who did what, when, from where, and what came of it. */
public final class AuditResource implements Resource {

    private static final List<String> OUTCOMES =
            Arrays.stream(Outcome.values()).map(Outcome::name).toList();

    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    private final LogReader reader;
    private final LogVerifier verifier;

    /** @param folder where the audit log is */
    public AuditResource(Path folder) {
        reader = new LogReader(folder);
        verifier = new LogVerifier(folder);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(
                        "/audit",
                        Permission.AUDIT,
                        this::list,
                        "limit",
                        "before",
                        "actor",
                        "action",
                        "subject",
                        "outcome",
                        "from",
                        "to"),
                Route.post("/audit/verify", Permission.AUDIT, "audit.verify", this::verify),
                Route.get("/audit/export", Permission.AUDIT, call -> new Export(reader)));
    }

    private Answer list(Call call) {
        AuditFilter filter = new AuditFilter(
                call.query("actor").orElse(null),
                call.query("action").orElse(null),
                call.query("subject").orElse(null),
                call.query("outcome").map(AuditResource::outcome).orElse(null),
                instant(call, "from"),
                instant(call, "to"));
        @Nullable
        Long before = call.query("before")
                .map(seen -> Call.longNumber("before", seen))
                .orElse(null);
        int limit = call.query("limit").map(seen -> Call.number("limit", seen)).orElse(DEFAULT_LIMIT);
        return Answer.json(readable(() -> reader.find(filter, before, Math.min(MOST, limit))));
    }

    private Answer verify(Call call) {
        Verification verification = readable(verifier::verify);
        Answer.Whole answer = (Answer.Whole) Answer.json(verification);
        Act act = verification.valid()
                ? new Act(Outcome.DONE, "", verification.records() + " records are as they were written")
                : new Act(Outcome.FAILED, "", String.valueOf(verification.reason()));
        return new Answer.Whole(answer.status(), answer.contentType(), answer.body(), answer.headers(), act);
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T readable(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw Problem.unavailable("the audit log cannot be read: " + e.getMessage());
        }
    }

    private static Outcome outcome(String seen) {
        if (!OUTCOMES.contains(seen)) {
            throw Problem.badRequest(
                    "the outcome \"" + seen + "\" is unknown",
                    Hint.nearest(seen, OUTCOMES, "the outcomes are " + String.join(", ", OUTCOMES)));
        }
        return Outcome.valueOf(seen);
    }

    private static @Nullable Instant instant(Call call, String key) {
        String seen = call.query(key).orElse("");
        try {
            return seen.isEmpty() ? null : Instant.parse(seen);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(
                    key + " is \"" + seen + "\"; expected an instant", "write it as 2026-11-22T12:00:00Z");
        }
    }

    /** The whole log as it stands on the disk, one record a line, the oldest first. */
    private record Export(LogReader reader) implements Answer {

        @Override
        public void writeTo(Response response) throws IOException {
            response.setStatus(200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/jsonl");
            response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
            response.getHeaders().put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename=\"serai-audit.jsonl\"");
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
                reader.export(out);
            }
        }
    }
}
