package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;

/** A mapping from JSON to JSON that one of Camel's components does. */
final class EndpointMapping implements Mapping {

    private final EndpointStep step;
    private final Function<JsonNode, Object> given;

    private EndpointMapping(EndpointStep step, Function<JsonNode, Object> given) {
        this.step = step;
        this.given = given;
    }

    /** JSONata reads and makes JSON trees. */
    static EndpointMapping jsonata(Transformation transformation, CamelContext context) {
        String uri = "jsonata:" + transformation.file().toUri() + "?inputType=JsonString&outputType=JsonString";
        return new EndpointMapping(EndpointStep.of(transformation.place(), uri, context), Json::write);
    }

    /** JOLT reads and makes maps and lists, decimals as BigDecimal. Its component reads the mapping with the first message. */
    static EndpointMapping jolt(Transformation transformation, CamelContext context) {
        String uri = "jolt:" + transformation.file().toUri();
        EndpointStep step = EndpointStep.of(transformation.place(), uri, context);
        Exchange first = new DefaultExchange(context);
        first.getMessage().setBody(Map.of());
        step.process(first, ": the mapping cannot be read: ");
        return new EndpointMapping(step, Json::plain);
    }

    @Override
    public JsonNode map(JsonNode input, Exchange exchange) throws Exception {
        exchange.getMessage().setBody(given.apply(input));
        step.process(exchange);
        return Json.read(exchange);
    }

    @Override
    public void stop() {
        step.stop();
    }
}
