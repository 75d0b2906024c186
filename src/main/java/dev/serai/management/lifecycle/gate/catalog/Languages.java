package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;

/**
 * Parses expressions with the parsers that Camel will use, without running anything. Each language has a class of its own, so that a
 * bundle loads the parsers of the languages it uses and no others.
 */
public final class Languages {

    private final Lazy<ExpressionParser> simple = new Lazy<>(SimpleParser::new);
    private final Lazy<ExpressionParser> jsonpath = new Lazy<>(JsonPathParser::new);
    private final Lazy<ExpressionParser> jq = new Lazy<>(JqParser::new);
    private final Lazy<ExpressionParser> xpath = new Lazy<>(XPathParser::new);
    private final Lazy<ExpressionParser> groovy = new Lazy<>(GroovyParser::new);
    private final PackedParser packed;

    /** @param libraries lets a context use packs */
    public Languages(Consumer<CamelContext> libraries) {
        this.packed = new PackedParser(libraries);
    }

    /** The fault of an expression; empty when it has none, or when the language is one that cannot be parsed here. */
    public Optional<Fault> fault(String language, String text, boolean predicate) {
        return switch (language) {
            case "simple" -> simple.get().fault(text, predicate);
            case "jsonpath" -> jsonpath.get().fault(text, predicate);
            case "jq" -> jq.get().fault(text, predicate);
            case "xpath" -> xpath.get().fault(text, predicate);
            case "groovy" -> groovy.get().fault(text, predicate);
            default -> packed.fault(language, text);
        };
    }
}
