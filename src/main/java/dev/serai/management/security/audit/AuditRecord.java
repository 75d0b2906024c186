package dev.serai.management.security.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.serai.foundation.secret.Redaction;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * An act on record.
 *
 * @param number counts from 1, without gaps
 * @param at when it was taken on record
 * @param actor who
 * @param means how that was proven, a {@link dev.serai.management.security.Caller.Means}
 * @param address where the call came from; empty inside the process
 * @param action what
 * @param subject on what; empty when it was the runtime as a whole
 * @param outcome what came of it
 * @param detail more in one sentence
 */
public record AuditRecord(
        long number,
        Instant at,
        String actor,
        String means,
        String address,
        String action,
        String subject,
        Outcome outcome,
        String detail) {

    private static final JsonFactory JSON = new JsonFactory();

    static AuditRecord of(long number, Instant at, AuditEvent event) {
        return new AuditRecord(
                number,
                at,
                event.caller().name(),
                event.caller().means().name(),
                event.caller().address(),
                event.action(),
                Redaction.clean(event.subject()),
                event.outcome(),
                Redaction.clean(event.detail()));
    }

    static AuditRecord read(byte[] line) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, json.getValueAsString(""));
            }
        }
        return of(fields);
    }

    private static AuditRecord of(Map<String, String> fields) throws IOException {
        try {
            return new AuditRecord(
                    Long.parseLong(fields.getOrDefault("number", "")),
                    Instant.parse(fields.getOrDefault("at", "")),
                    fields.getOrDefault("actor", ""),
                    fields.getOrDefault("means", ""),
                    fields.getOrDefault("address", ""),
                    fields.getOrDefault("action", ""),
                    fields.getOrDefault("subject", ""),
                    Outcome.valueOf(fields.getOrDefault("outcome", "")),
                    fields.getOrDefault("detail", ""));
        } catch (RuntimeException e) {
            throw new IOException("a line of the audit log is no record; see: serai audit verify", e);
        }
    }
}
