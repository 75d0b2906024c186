package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;

/** A mapping in one of Camel's languages, compiled for one context. */
final class LanguageMapping implements Mapping {

    private final String place;
    private final boolean readsNodes;
    private final Expression expression;

    private LanguageMapping(String place, boolean readsNodes, Expression expression) {
        this.place = place;
        this.readsNodes = readsNodes;
        this.expression = expression;
    }

    /** jq reads the body as a JSON tree. */
    static LanguageMapping jq(String place, String text, CamelContext context) {
        return new LanguageMapping(place, true, compile("jq", place, text, context));
    }

    /** Groovy reads the body as maps and lists, decimals as BigDecimal, so that its arithmetic is exact. */
    static LanguageMapping groovy(String place, String text, CamelContext context) {
        return new LanguageMapping(place, false, compile("groovy", place, text, context));
    }

    static Expression compile(String language, String place, String text, CamelContext context) {
        try {
            Expression expression = context.resolveLanguage(language).createExpression(text);
            expression.init(context);
            return expression;
        } catch (RuntimeException e) {
            throw new TransformationException(place + ": the mapping cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public JsonNode map(JsonNode input, Exchange exchange) {
        try {
            exchange.getMessage().setBody(readsNodes ? input : Json.plain(input));
            Class<?> type = readsNodes ? JsonNode.class : Object.class;
            return Json.MAPPER.valueToTree(expression.evaluate(exchange, type));
        } catch (RuntimeException e) {
            throw new TransformationException(place + ": the mapping failed: " + e.getMessage(), e);
        }
    }
}
