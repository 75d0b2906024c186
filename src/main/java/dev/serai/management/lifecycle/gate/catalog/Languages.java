package dev.serai.management.lifecycle.gate.catalog;

import java.util.Optional;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.apache.camel.impl.engine.SimpleCamelContext;
import org.apache.camel.jsonpath.JsonPathLanguage;
import org.apache.camel.language.simple.SimpleLanguage;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;

/** Parses expressions with the parsers that Camel will use, without running anything. */
public final class Languages {

    private final Lazy<SimpleLanguage> simple = new Lazy<>(Languages::newSimple);
    private final Lazy<JsonPathLanguage> jsonpath = new Lazy<>(JsonPathLanguage::new);

    /**
     * What is wrong with an expression.
     *
     * @param message in plain words
     * @param index where in the expression, from 0; -1 when unknown
     */
    public record Fault(String message, int index) {}

    /** The fault of an expression; empty when it has none, or when the language is one that cannot be parsed here. */
    public Optional<Fault> fault(String language, String text, boolean predicate) {
        try {
            parse(language, text, predicate);
            return Optional.empty();
        } catch (SimpleIllegalSyntaxException e) {
            return Optional.of(new Fault(
                    firstLine(e.getShortMessage() == null ? e.getMessage() : e.getShortMessage()), e.getIndex()));
        } catch (MultipleCompilationErrorsException e) {
            return Optional.of(new Fault(groovy(e), -1));
        } catch (XPathExpressionException e) {
            return Optional.of(new Fault(xpath(e), -1));
        } catch (RuntimeException | JsonQueryException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of(new Fault(firstLine(cause.getMessage()), -1));
        }
    }

    private void parse(String language, String text, boolean predicate)
            throws XPathExpressionException, JsonQueryException {
        switch (language) {
            case "simple" -> simple(text, predicate);
            case "jsonpath" -> jsonpath(text, predicate);
            case "jq" -> JsonQuery.compile(text, Versions.JQ_1_6);
            case "xpath" -> newXpath().compile(text);
            case "groovy" -> groovy(text);
            default -> {
                // a language without a grammar, or without a parser here
            }
        }
    }

    private void simple(String text, boolean predicate) {
        if (predicate) {
            simple.get().createPredicate(text);
        } else {
            simple.get().createExpression(text);
        }
    }

    private void jsonpath(String text, boolean predicate) {
        if (predicate) {
            jsonpath.get().validatePredicate(text);
        } else {
            jsonpath.get().validateExpression(text);
        }
    }

    /** Reads the script up to its syntax tree: no class is made of it. */
    private static void groovy(String text) throws CompilationFailedException {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource("script.groovy", text);
        unit.compile(Phases.CONVERSION);
    }

    private static SimpleLanguage newSimple() {
        SimpleLanguage language = new SimpleLanguage();
        language.setCamelContext(new SimpleCamelContext(false));
        return language;
    }

    /** An XPath that knows every prefix, function and variable: which ones there are is told at run time. */
    private static XPath newXpath() {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        xpath.setNamespaceContext(new AnyNamespace());
        xpath.setXPathFunctionResolver((name, arity) -> arguments -> "");
        xpath.setXPathVariableResolver(name -> "");
        return xpath;
    }

    private static String groovy(MultipleCompilationErrorsException e) {
        String message = String.valueOf(
                e.getErrorCollector().getErrors().get(0)
                                instanceof org.codehaus.groovy.control.messages.SyntaxErrorMessage syntax
                        ? syntax.getCause().getMessage()
                        : e.getMessage());
        return firstLine(message);
    }

    private static String xpath(XPathExpressionException e) {
        return firstLine(e.getMessage()).replaceFirst("^javax\\.xml\\.transform\\.TransformerException: ", "");
    }

    private static String firstLine(@org.jspecify.annotations.Nullable String message) {
        return String.valueOf(message).split("\\R", 2)[0].strip();
    }

    private static final class AnyNamespace implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            return "urn:" + prefix;
        }

        @Override
        public String getPrefix(String uri) {
            return uri;
        }

        @Override
        public java.util.Iterator<String> getPrefixes(String uri) {
            return java.util.List.of(uri).iterator();
        }
    }
}
