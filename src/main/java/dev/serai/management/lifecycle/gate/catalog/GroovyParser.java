package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** Groovy, read up to its syntax tree: no class is made of it. */
final class GroovyParser implements ExpressionParser {

    @Override
    public Optional<Fault> fault(String text, boolean predicate) {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("script.groovy", text);
        try {
            unit.compile(Phases.CONVERSION);
            return Optional.empty();
        } catch (MultipleCompilationErrorsException e) {
            return e.getErrorCollector().getErrors().get(0) instanceof SyntaxErrorMessage syntax
                    ? Fault.of(syntax.getCause().getMessage())
                    : Fault.of(e.getMessage());
        } catch (CompilationFailedException e) {
            return Fault.of(e.getMessage());
        }
    }
}
