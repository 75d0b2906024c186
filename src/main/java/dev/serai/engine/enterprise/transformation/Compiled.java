package dev.serai.engine.enterprise.transformation;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** A transformation made ready for the routes of one context: reads the input's format, maps, writes the output's format. */
final class Compiled implements Processor {

    private final Transformation transformation;
    private final List<Processor> steps = new ArrayList<>();
    private final List<Runnable> ends = new ArrayList<>();

    /**
     * @param asObject whether JSON becomes maps and lists in place of text
     * @throws TransformationException when the mapping cannot be read, or a format is not there
     */
    Compiled(Transformation transformation, CamelContext context, boolean asObject) {
        this.transformation = transformation;
        Formats formats = transformation.formats();
        format(formats.input(), "unmarshal", context);
        mapping(context, asObject || !formats.output().isEmpty());
        format(formats.output(), "marshal", context);
    }

    /** Of csv?useMaps=true, dataformat:csv:unmarshal?useMaps=true. */
    private void format(String format, String way, CamelContext context) {
        if (!format.isEmpty()) {
            String[] parts = format.split("\\?", 2);
            String uri = "dataformat:" + parts[0] + ":" + way + (parts.length > 1 ? "?" + parts[1] : "");
            add(EndpointStep.of("transformations/" + transformation.name() + "/" + Formats.FILE, uri, context));
        }
    }

    private void mapping(CamelContext context, boolean asObject) {
        String place = transformation.place();
        String text = transformation.text();
        switch (transformation.language()) {
            case JSLT -> tree(transformation.jslt(), asObject);
            case JQ -> tree(LanguageMapping.jq(place, text, context), asObject);
            case GROOVY -> tree(LanguageMapping.groovy(place, text, context), asObject);
            case JSONATA -> tree(EndpointMapping.jsonata(transformation, context), asObject);
            case JOLT -> tree(EndpointMapping.jolt(transformation, context), asObject);
            case DATASONNET -> steps.add(DataSonnetStep.of(place, text, context));
            case XSLT -> add(EndpointStep.of(place, stylesheet(text), context));
        }
    }

    private void tree(Mapping mapping, boolean asObject) {
        steps.add(new TreeStep(transformation, mapping, asObject));
        ends.add(mapping::stop);
    }

    private String stylesheet(String text) {
        return (Stylesheet.isOfTheJdk(text) ? "xslt:" : "xslt-saxon:")
                + transformation.file().toUri();
    }

    private void add(EndpointStep step) {
        steps.add(step);
        ends.add(step::stop);
    }

    boolean isOf(Transformation other) {
        return transformation == other;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        for (Processor step : steps) {
            step.process(exchange);
        }
    }

    void stop() {
        ends.forEach(Runnable::run);
    }
}
