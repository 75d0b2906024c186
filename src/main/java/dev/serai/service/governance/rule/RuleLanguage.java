package dev.serai.service.governance.rule;

/** The language that rules are written in. */
public interface RuleLanguage {

    /**
     * Reads an expression that is true or false.
     *
     * @param vocabulary the variables that it can name
     * @throws RuleException with the place in the expression, when it is not well-formed, names what there is not, or is no truth
     */
    Rule rule(String expression, Vocabulary vocabulary) throws RuleException;

    /** A value that many evaluations will see, in the form that makes them fast. */
    default Object constant(Object value) {
        return value;
    }

    /** Reads an expression of any kind. */
    Rule value(String expression, Vocabulary vocabulary) throws RuleException;
}
