package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.Processor;

/** Maps JSON to JSON, each held against its schema. */
final class TreeStep implements Processor {

    private final Transformation transformation;
    private final Mapping mapping;
    private final boolean asObject;

    /** @param asObject whether the body becomes maps and lists in place of text */
    TreeStep(Transformation transformation, Mapping mapping, boolean asObject) {
        this.transformation = transformation;
        this.mapping = mapping;
        this.asObject = asObject;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        JsonNode input = read(exchange);
        transformation.checkInput(input, exchange);
        JsonNode output = mapping.map(input, exchange);
        transformation.checkOutput(output, exchange);
        exchange.getMessage().setBody(asObject ? Json.plain(output) : Json.write(output));
    }

    private JsonNode read(Exchange exchange) throws IOException {
        try {
            return Json.read(exchange);
        } catch (JsonProcessingException e) {
            throw new TransformationException(
                    "transformation " + transformation.name() + ": the body is no JSON, at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr(),
                    e);
        } catch (NoTypeConversionAvailableException e) {
            throw new TransformationException(
                    "transformation " + transformation.name() + ": the body is a "
                            + e.getValue().getClass().getName() + "; expected JSON as text, bytes, map or list",
                    e);
        }
    }
}
