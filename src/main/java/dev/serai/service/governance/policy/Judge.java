package dev.serai.service.governance.policy;

import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import dev.serai.service.governance.policy.Policy.Written;
import dev.serai.service.governance.rule.Rule;
import dev.serai.service.governance.rule.RuleException;
import dev.serai.service.governance.rule.RuleLanguage;
import dev.serai.service.governance.rule.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A policy whose rule has been read, ready to be asked. */
public final class Judge {

    private static final Rule ALWAYS = facts -> true;
    private static final Pattern VALUE = Pattern.compile("\\bvalues\\.(\\w+)");
    private static final Pattern NAMED =
            Pattern.compile("\\b(integration|route|step|endpoint|connection|message|values)(\\.\\w+(?!\\w*\\())+");
    private static final int LONGEST_SHOWN = 200;

    private final Policy policy;
    private final Rule when;
    private final Rule rule;
    private final Object values;

    private Judge(Policy policy, Rule when, Rule rule, Object values) {
        this.policy = policy;
        this.when = when;
        this.rule = rule;
        this.values = values;
    }

    /** What a policy says of a thing. */
    public enum Opinion {
        /** The rule is not for it. */
        NOT_ASKED,
        HOLDS,
        BROKEN
    }

    /**
     * What a policy says of a thing.
     *
     * @param detail why the rule could not be evaluated, which counts as broken; empty when it could
     */
    public record Ruling(Opinion opinion, String detail) {

        public boolean isBroken() {
            return opinion == Opinion.BROKEN;
        }
    }

    /** Reads the rule of a policy; empty, and told with the column, when it is wrong. */
    static Optional<Judge> of(Policy policy, RuleLanguage language, Consumer<Finding> problems) {
        Optional<Rule> rule = read(policy, policy.rule(), language, problems);
        Optional<Rule> when =
                policy.when().isEmpty() ? Optional.of(ALWAYS) : read(policy, policy.when(), language, problems);
        return rule.flatMap(
                one -> when.map(other -> new Judge(policy, other, one, language.constant(policy.values()))));
    }

    private static Optional<Rule> read(
            Policy policy, Written written, RuleLanguage language, Consumer<Finding> problems) {
        try {
            Vocabulary vocabulary = policy.subject().vocabulary(policy.messages());
            Rule rule = language.rule(written.text(), vocabulary);
            return unknownValue(policy, written, problems) ? Optional.empty() : Optional.of(rule);
        } catch (RuleException e) {
            int line = written.line() + Math.max(0, e.line() - 1);
            int column = e.column() == 0 ? 0 : written.column() + e.column() - 1;
            problems.accept(Finding.error(
                    policy.place(),
                    line,
                    column,
                    Section.CHECK,
                    "the rule is wrong: " + e.getMessage(),
                    "see src/docs/policies.md for what a rule can name"));
            return Optional.empty();
        }
    }

    private static boolean unknownValue(Policy policy, Written written, Consumer<Finding> problems) {
        for (Matcher value = VALUE.matcher(written.text()); value.find(); ) {
            if (!policy.values().containsKey(value.group(1))) {
                String before = written.text().substring(0, value.start(1));
                int line = written.line()
                        + (int) before.chars().filter(c -> c == '\n').count();
                int column = written.column() + value.start(1) - before.lastIndexOf('\n') - 1;
                problems.accept(Finding.error(
                        policy.place(),
                        line,
                        column,
                        Section.CHECK,
                        "the rule is wrong: there is no value \"" + value.group(1) + "\"",
                        DidYouMean.hint(value.group(1), policy.values().keySet())));
                return true;
            }
        }
        return false;
    }

    public Policy policy() {
        return policy;
    }

    /**
     * What the policy says of a thing; a rule that cannot be evaluated counts as broken.
     *
     * @param facts the variables; they may be put into the form that the language of rules knows, and can be used for the next policy
     */
    public Ruling ask(Map<String, Object> facts) {
        facts.put("values", values);
        try {
            if (!when.holds(facts)) {
                return new Ruling(Opinion.NOT_ASKED, "");
            }
            return new Ruling(rule.holds(facts) ? Opinion.HOLDS : Opinion.BROKEN, "");
        } catch (RuleException e) {
            return new Ruling(Opinion.BROKEN, "it cannot be evaluated: " + e.getMessage());
        }
    }

    /** What everything that the rule names is, for a person who asks why. */
    Map<String, String> named(Map<String, Object> facts, RuleLanguage language) {
        facts.put("values", values);
        Map<String, String> named = new LinkedHashMap<>();
        Vocabulary vocabulary = policy.subject().vocabulary(policy.messages());
        NAMED.matcher(policy.when().text() + " " + policy.rule().text())
                .results()
                .map(found -> found.group())
                .distinct()
                .forEach(name -> named.put(name, shown(name, vocabulary, facts, language)));
        return named;
    }

    private static String shown(String name, Vocabulary vocabulary, Map<String, Object> facts, RuleLanguage language) {
        try {
            String text = String.valueOf(language.value(name, vocabulary).evaluate(facts));
            return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        } catch (RuleException e) {
            return "unknown: " + e.getMessage();
        }
    }
}
