package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;

/** A compiled mapping from JSON to JSON; used by many threads at once. */
interface Mapping {

    /**
     * @param input the body
     * @param exchange lends headers and properties to mappings that can read them
     */
    JsonNode map(JsonNode input, Exchange exchange) throws Exception;

    /** Nobody will map with it again. */
    default void stop() {}
}
