package dev.serai.management.lifecycle.gate.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Expression;
import org.apache.camel.impl.DefaultCamelContext;

/** Languages that packs bring: Camel itself is asked to read the expression, in a context that exists for that moment. */
final class PackedParser {

    /** Those that read an expression before the first message comes. */
    private static final Set<String> EAGER = Set.of("datasonnet", "spel", "xquery");

    private final Consumer<CamelContext> libraries;

    /** @param libraries lets a context use packs */
    PackedParser(Consumer<CamelContext> libraries) {
        this.libraries = libraries;
    }

    Optional<Fault> fault(String language, String text) {
        if (!EAGER.contains(language)) {
            return Optional.empty();
        }
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.disableJMX();
            libraries.accept(context);
            context.start();
            return fault(language, text, context);
        } catch (IOException e) {
            throw new UncheckedIOException("the context of an expression could not be closed", e);
        }
    }

    private static Optional<Fault> fault(String language, String text, CamelContext context) {
        try {
            Expression expression = context.resolveLanguage(language).createExpression(text);
            expression.init(context);
            return Optional.empty();
        } catch (RuntimeException e) {
            String message = String.valueOf(deepest(e).getMessage());
            return isOfNamespaces(message) ? Optional.empty() : Fault.of(message);
        }
    }

    /** Which prefixes there are is said beside the expression. */
    private static boolean isOfNamespaces(String message) {
        return message.contains("prefix");
    }

    private static Throwable deepest(Throwable failure) {
        return failure.getCause() == null ? failure : deepest(failure.getCause());
    }
}
