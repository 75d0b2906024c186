package dev.serai.service.governance.rule;

import java.util.Map;

/** An expression that was read and checked once, to be evaluated often and by many threads. */
public interface Rule {

    /**
     * Its value.
     *
     * @param facts the variables by name, each as a map of its fields; they may be put into the form that the language knows
     * @return true or false for a rule, whatever the expression yields for one that only shows something
     * @throws RuleException when it cannot be evaluated, such as for a key that a map lacks
     */
    Object evaluate(Map<String, Object> facts) throws RuleException;

    /** Whether it is true. */
    default boolean holds(Map<String, Object> facts) throws RuleException {
        return Boolean.TRUE.equals(evaluate(facts));
    }
}
