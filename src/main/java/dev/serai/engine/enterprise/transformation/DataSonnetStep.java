package dev.serai.engine.enterprise.transformation;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.Processor;

/** Maps by DataSonnet, which reads and writes JSON, XML and CSV as the script's header says. */
final class DataSonnetStep implements Processor {

    private final String place;
    private final Expression expression;

    private DataSonnetStep(String place, Expression expression) {
        this.place = place;
        this.expression = expression;
    }

    static DataSonnetStep of(String place, String text, CamelContext context) {
        return new DataSonnetStep(place, LanguageMapping.compile("datasonnet", place, text, context));
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        exchange.getMessage().setBody(exchange.getMessage().getMandatoryBody(String.class));
        try {
            exchange.getMessage().setBody(expression.evaluate(exchange, String.class));
        } catch (RuntimeException e) {
            throw new TransformationException(place + ": the mapping failed: " + Failures.withoutValues(e), e);
        }
    }
}
