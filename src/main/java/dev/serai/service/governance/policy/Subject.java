package dev.serai.service.governance.policy;

import dev.serai.service.governance.model.Words;
import dev.serai.service.governance.rule.Vocabulary;
import java.util.Locale;

/** What a rule is asked of: once for each of them. */
public enum Subject {
    INTEGRATION("integration"),
    ROUTE("integration", "route"),
    STEP("integration", "step"),
    ENDPOINT("integration", "endpoint"),
    CONNECTION("integration", "connection"),
    MESSAGE("message");

    private final String[] variables;

    Subject(String... variables) {
        this.variables = variables;
    }

    /** As a policy's file says it, and as the rule names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a rule can name. An endpoint's that is asked on messages too can name the endpoint alone. */
    Vocabulary vocabulary(boolean onMessages) {
        if (this == MESSAGE) {
            return Words.only(Words.MESSAGES, variables);
        }
        return this == ENDPOINT && onMessages ? Words.only(Words.GATE, word()) : Words.only(Words.GATE, variables);
    }
}
