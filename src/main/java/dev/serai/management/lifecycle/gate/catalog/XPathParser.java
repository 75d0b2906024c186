package dev.serai.management.lifecycle.gate.catalog;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

/** XPath with every prefix, function and variable known: which ones there are is told at run time. */
final class XPathParser implements ExpressionParser {

    private final XPathFactory factory = XPathFactory.newDefaultInstance();

    @Override
    public synchronized Optional<Fault> fault(String text, boolean predicate) {
        XPath xpath = factory.newXPath();
        xpath.setNamespaceContext(new AnyNamespace());
        xpath.setXPathFunctionResolver((name, arity) -> arguments -> "");
        xpath.setXPathVariableResolver(name -> "");
        try {
            xpath.compile(text);
            return Optional.empty();
        } catch (XPathExpressionException e) {
            return Fault.of(String.valueOf(e.getMessage())
                    .replaceFirst("^javax\\.xml\\.transform\\.TransformerException: ", ""));
        }
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
        public Iterator<String> getPrefixes(String uri) {
            return List.of(uri).iterator();
        }
    }
}
