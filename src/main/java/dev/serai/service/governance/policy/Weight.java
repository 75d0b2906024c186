package dev.serai.service.governance.policy;

import java.util.Locale;

/** How much a policy weighs. */
public enum Weight {
    /** What breaks it is refused: the change at the gate, the message on its way. */
    DENY,
    /** It is told, and nothing is held up. */
    WARN,
    /** It goes on record in the audit trail, and nobody is bothered. */
    AUDIT;

    /** As a policy's file says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
