package dev.serai.console.api;

import dev.serai.management.security.audit.AuditEvent.Outcome;
import java.io.IOException;
import org.eclipse.jetty.server.Response;

/**
 * An answer to a change whose path does not say what was changed.
 *
 * @param answer what goes back to the caller
 * @param subject what was changed, for the audit trail
 * @param detail more of it in one sentence, never a secret
 */
record Told(Answer answer, String subject, String detail) implements Answer {

    @Override
    public Act act() {
        return new Act(Outcome.DONE, subject, detail);
    }

    @Override
    public void writeTo(Response response) throws IOException {
        answer.writeTo(response);
    }
}
