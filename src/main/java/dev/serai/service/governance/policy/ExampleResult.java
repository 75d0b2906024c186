package dev.serai.service.governance.policy;

/**
 * What came of showing a policy one of its examples.
 *
 * @param policy the policy
 * @param example the example's name
 * @param place file and line of the example
 * @param passed whether the policy said what the example expects
 * @param detail what it said instead; empty when it passed
 */
public record ExampleResult(String policy, String example, String place, boolean passed, String detail) {}
