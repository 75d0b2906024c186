package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.apache.camel.language.simple.SimpleLanguage;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.apache.camel.util.ObjectHelper;

/** Camel's simple language. Its context is never started, and has no beans: which there are is another check's matter. */
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
            if (ObjectHelper.getException(NoSuchBeanException.class, e) != null) {
                return Optional.empty();
            }
            return Fault.of(e.getShortMessage() == null ? e.getMessage() : e.getShortMessage(), e.getIndex());
        } catch (RuntimeException e) {
            return Fault.of(e.getMessage());
        }
    }
}
