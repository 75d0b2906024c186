package dev.serai.service.governance.policy;

import java.util.Map;

/**
 * How a policy is evaluated for one thing.
 *
 * @param subject what it was asked of, in words
 * @param place where that stands
 * @param opinion {@code holds}, {@code broken} or {@code not-asked}
 * @param detail why the rule cannot be evaluated; empty when it can
 * @param values what each thing that the rule names is
 */
public record Evaluation(String subject, String place, String opinion, String detail, Map<String, String> values) {}
