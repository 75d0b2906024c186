package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.jsonvalidator.JsonValidationException;

/** Holds JSON against a JSON Schema that is compiled once. */
final class SchemaCheck {

    private final JsonSchema schema;

    /**
     * @param place file as messages name it
     * @throws TransformationException when the text is no JSON
     */
    SchemaCheck(String place, String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text);
            SpecVersion.VersionFlag version =
                    SpecVersionDetector.detectOptionalVersion(node, false).orElse(SpecVersion.VersionFlag.V202012);
            this.schema = JsonSchemaFactory.getInstance(version).getSchema(node);
        } catch (JsonProcessingException e) {
            throw new TransformationException(
                    place + ":" + e.getLocation().getLineNr() + ": the schema is no JSON: " + e.getOriginalMessage(),
                    e);
        }
    }

    /**
     * @throws JsonValidationException with all violations, as the json-validator component throws it
     */
    void check(JsonNode node, Exchange exchange) throws JsonValidationException {
        Set<ValidationMessage> violations = schema.validate(node);
        if (!violations.isEmpty()) {
            throw new JsonValidationException(exchange, schema, violations);
        }
    }
}
