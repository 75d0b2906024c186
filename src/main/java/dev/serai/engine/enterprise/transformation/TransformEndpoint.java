package dev.serai.engine.enterprise.transformation;

import java.util.Locale;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A transformation as an endpoint. */
public final class TransformEndpoint extends DefaultEndpoint {

    private enum Output {
        TEXT,
        OBJECT
    }

    private final Transformations transformations;
    private final String name;
    private Output output = Output.TEXT;

    TransformEndpoint(String uri, Component component, Transformations transformations, String name) {
        super(uri, component);
        this.transformations = transformations;
        this.name = name;
    }

    /**
     * What the body becomes: {@code text}, the JSON as text (the default), or {@code object}, maps and lists with decimals as
     * BigDecimal, as SQL parameters and expressions read them.
     */
    public void setOutput(String output) {
        this.output = switch (output) {
            case "text" -> Output.TEXT;
            case "object" -> Output.OBJECT;
            default -> throw new IllegalArgumentException("output is \"" + output + "\"; expected text or object");
        };
    }

    public String getOutput() {
        return output.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Producer createProducer() {
        return new TransformProducer(this, transformations, name, output == Output.OBJECT);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException(
                "a route cannot begin with " + getEndpointUri() + "; send messages to it with to:");
    }

    @Override
    public boolean isRemote() {
        return false;
    }
}
