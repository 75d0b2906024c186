package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import org.apache.camel.jsonpath.JsonPathLanguage;

/** JSONPath, with Camel's short form of conditions. */
final class JsonPathParser implements ExpressionParser {

    private final JsonPathLanguage language = new JsonPathLanguage();

    @Override
    public Optional<Fault> fault(String text, boolean predicate) {
        try {
            if (predicate) {
                language.validatePredicate(text);
            } else {
                language.validateExpression(text);
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Fault.of(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        }
    }
}
