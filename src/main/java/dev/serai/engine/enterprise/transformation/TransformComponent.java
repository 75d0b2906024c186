package dev.serai.engine.enterprise.transformation;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** {@code transform:NAME[?output=text|object]}: maps the body by {@code transformations/NAME/}. */
public final class TransformComponent extends DefaultComponent {

    private final Transformations transformations;

    public TransformComponent(Transformations transformations) {
        this.transformations = transformations;
    }

    /** Lets the routes of a context use the transformations. */
    public static void attach(CamelContext context, Transformations transformations) {
        context.addComponent("transform", new TransformComponent(transformations));
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) throws Exception {
        transformations.renew(name);
        transformations.find(name);
        TransformEndpoint endpoint = new TransformEndpoint(uri, this, transformations, name);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
