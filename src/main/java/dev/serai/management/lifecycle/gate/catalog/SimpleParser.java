package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.apache.camel.language.simple.SimpleLanguage;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;

/** Camel's simple language. Its context is never started. */
final class SimpleParser implements ExpressionParser {

    private final SimpleLanguage language = new SimpleLanguage();

    SimpleParser() {
        language.setCamelContext(new SimpleCamelContext(false));
    }

    @Override
    public Optional<Fault> fault(String text, boolean predicate) {
        try {
            if (predicate) {
                language.createPredicate(text);
            } else {
                language.createExpression(text);
            }
            return Optional.empty();
        } catch (SimpleIllegalSyntaxException e) {
            return Fault.of(e.getShortMessage() == null ? e.getMessage() : e.getShortMessage(), e.getIndex());
        } catch (RuntimeException e) {
            return Fault.of(e.getMessage());
        }
    }
}
