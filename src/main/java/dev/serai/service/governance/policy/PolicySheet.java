package dev.serai.service.governance.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is told of a policy.
 *
 * @param name its name
 * @param reason why it is there
 * @param severity deny, warn or audit
 * @param enabled whether it is asked
 * @param at gate, message or both
 * @param each what it is asked of
 * @param when when it applies; empty for always
 * @param rule what is true where all is well
 * @param hint what to do about it
 * @param action what becomes of a message that breaks it
 * @param values what the rule can name as values
 * @param examples number of its examples
 * @param file its file
 */
public record PolicySheet(
        String name,
        String reason,
        String severity,
        boolean enabled,
        List<String> at,
        String each,
        String when,
        String rule,
        String hint,
        String action,
        Map<String, Object> values,
        int examples,
        String file) {

    public PolicySheet {
        at = List.copyOf(at);
        values = Map.copyOf(values);
    }

    static PolicySheet of(Policy policy) {
        List<String> at = new ArrayList<>();
        if (policy.gate()) {
            at.add("gate");
        }
        if (policy.messages()) {
            at.add(policy.received() && policy.sent() ? "message" : policy.received() ? "received" : "sent");
        }
        return new PolicySheet(
                policy.name(),
                policy.reason(),
                policy.weight().word(),
                policy.enabled(),
                at,
                policy.subject().word(),
                policy.when().text().strip(),
                policy.rule().text().strip(),
                policy.hint(),
                policy.messages() ? policy.remedy().kind().name().toLowerCase(java.util.Locale.ROOT) : "",
                policy.values(),
                policy.examples().size(),
                policy.place());
    }
}
