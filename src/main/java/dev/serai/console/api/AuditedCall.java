package dev.serai.console.api;

import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditException;
import dev.serai.management.security.audit.AuditTrail;
import java.io.IOException;

/** One call that is answered only if its caller may make it; changes and refusals go on record. */
record AuditedCall(AuditTrail audit, Caller caller, Route route, String subject) {

    /** What answers the call. */
    interface Work {
        Answer answer() throws IOException;
    }

    Answer answer(Work work) throws IOException {
        if (!caller.may(route.permission())) {
            Problem problem = Problem.forbidden(caller.name(), route.permission());
            record(Outcome.DENIED, subject, problem.detail());
            throw problem;
        }
        if (route.action().isEmpty()) {
            return work.answer();
        }
        audit.expectRecord();
        Answer answer = done(work);
        Act act = answer.act();
        try {
            record(act.outcome(), act.subject().isEmpty() ? subject : act.subject(), act.detail());
        } catch (AuditException e) {
            throw Problem.unavailable("this was done, but could not be put on record: " + e.getMessage());
        }
        return answer;
    }

    private Answer done(Work work) throws IOException {
        try {
            return work.answer();
        } catch (Problem problem) {
            record(Outcome.REFUSED, subject, problem.detail());
            throw problem;
        } catch (IOException | RuntimeException e) {
            record(Outcome.FAILED, subject, "the call failed inside Serai");
            throw e;
        }
    }

    private void record(Outcome outcome, String on, String detail) {
        String action = route.action().isEmpty() ? route.method() + " " + route.template() : route.action();
        audit.record(new AuditEvent(caller, action, on, outcome, detail));
    }
}
