package dev.serai.console.hawtio;

import dev.serai.management.security.Caller;
import dev.serai.management.security.audit.AuditEvent;
import dev.serai.management.security.audit.AuditEvent.Outcome;
import dev.serai.management.security.audit.AuditTrail;
import java.io.IOException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.request.NotChangedException;

/**
 * Lets an act on an MBean happen when its caller may do it, and puts it on record. Looking is not recorded: the console looks every few seconds.
 * What messages carry is looked at as often; that is recorded again only after {@link RecentLooks} has forgotten it.
 */
final class MBeanActs {

    private final AuditTrail audit;
    private final RecentLooks looks = new RecentLooks();

    MBeanActs(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * An act that is wanted.
     *
     * @param action {@code jolokia.exec} or {@code jolokia.write}
     * @param mbean on which MBean
     * @param member the operation, perhaps with its signature, or the attribute
     * @param need what it needs
     */
    record Act(String action, ObjectName mbean, String member, Need need) {

        /** The MBean and what was done to it; never with what value. */
        String subject() {
            return mbean.getCanonicalName() + " " + member;
        }
    }

    /** What the act does. */
    @FunctionalInterface
    interface Work {
        Object done() throws IOException, JMException, NotChangedException, BadRequestException, EmptyResponseException;
    }

    Object done(Act act, Work work)
            throws IOException, JMException, NotChangedException, BadRequestException, EmptyResponseException {
        JolokiaCall call = JolokiaCall.current().orElseThrow(() -> new SecurityException("nobody is known to call"));
        refuseUnlessPermitted(call, act);
        boolean recorded = isRecorded(call.caller(), act);
        try {
            Object result = work.done();
            if (recorded) {
                record(call.caller(), act, Outcome.DONE, "");
            }
            return result;
        } catch (IOException | JMException | BadRequestException | RuntimeException e) {
            if (recorded) {
                record(call.caller(), act, Outcome.FAILED, e.getClass().getSimpleName());
            }
            throw e;
        }
    }

    private void refuseUnlessPermitted(JolokiaCall call, Act act) {
        if (!act.need().isMetBy(call.caller())) {
            refuse(call.caller(), act, act.need().refusal());
        }
        if (act.mbean().isPattern()) {
            refuse(call.caller(), act, "a pattern of names was given; name one MBean");
        }
        if (!call.mayChange() && !act.need().isLooking()) {
            refuse(call.caller(), act, "it was asked for by GET; ask by POST");
        }
    }

    private void refuse(Caller caller, Act act, String reason) {
        record(caller, act, Outcome.DENIED, reason);
        throw new SecurityException(caller.name() + " may not do this: " + act.subject() + "; " + reason);
    }

    private boolean isRecorded(Caller caller, Act act) {
        return !act.need().isLooking() && !(act.need().isReading() && looks.isRepeated(caller.name(), act.subject()));
    }

    private void record(Caller caller, Act act, Outcome outcome, String detail) {
        audit.record(new AuditEvent(caller, act.action(), act.subject(), outcome, detail));
    }
}
