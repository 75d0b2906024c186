package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.util.List;
import org.apache.camel.Exchange;

/** A mapping in JSLT. It is compiled once and shared by all integrations. */
final class JsltMapping implements Mapping {

    private final String place;
    private final Expression expression;

    /**
     * @param place file as messages name it
     * @param text the mapping
     * @throws TransformationException when it cannot be compiled
     */
    JsltMapping(String place, String text) {
        this.place = place;
        try {
            this.expression = new Parser(new StringReader(text))
                    .withSource(place)
                    .withFunctions(List.of(new ExactNumber()))
                    .compile();
        } catch (JsltException e) {
            throw new TransformationException(place(e) + ": the mapping cannot be read: " + sentence(e), e);
        }
    }

    @Override
    public JsonNode map(JsonNode input, Exchange exchange) {
        try {
            return expression.apply(input);
        } catch (JsltException e) {
            throw new TransformationException(place(e) + ": the mapping failed: " + sentence(e), e);
        }
    }

    private String place(JsltException e) {
        return e.getLine() > 0 ? place + ":" + e.getLine() + ":" + e.getColumn() : place;
    }

    /** JSLT appends the place, and what it would have taken; it begins what a mapping reports by itself with error: */
    private static String sentence(JsltException e) {
        String message = String.valueOf(e.getMessage());
        int at = message.lastIndexOf(" at " + e.getSource());
        String text = (at < 0 ? message : message.substring(0, at))
                .lines()
                .findFirst()
                .orElse("");
        return text.startsWith("error: ") ? text.substring("error: ".length()) : text;
    }
}
