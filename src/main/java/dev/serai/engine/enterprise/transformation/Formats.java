package dev.serai.engine.enterprise.transformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The data formats of a transformation's two sides, {@code transformation.yaml}: each as Camel's dataformat component takes it, such as
 * {@code csv?useMaps=true}.
 *
 * @param input what the body is read with before it is mapped; empty when the mapping reads it itself
 * @param output what is written with what was mapped; empty when it stays as the mapping made it
 */
record Formats(String input, String output) {

    static final String FILE = "transformation.yaml";
    static final Formats NONE = new Formats("", "");

    private static final ObjectReader READER = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build()
            .readerForUpdating(new Written());

    /** As Jackson fills it in; a key that is not here is an error. */
    private static final class Written {
        public String input = "";
        public String output = "";
    }

    /**
     * @param place file as messages name it
     * @throws TransformationException when it is no YAML, or has another key
     */
    static Formats read(String place, String text) {
        try {
            Written written = READER.withValueToUpdate(new Written()).readValue(text);
            return new Formats(written.input, written.output);
        } catch (JsonProcessingException e) {
            throw new TransformationException(
                    place + ":" + e.getLocation().getLineNr() + ":"
                            + e.getLocation().getColumnNr()
                            + ": expected input and output, each a data format such as csv?useMaps=true: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }
}
