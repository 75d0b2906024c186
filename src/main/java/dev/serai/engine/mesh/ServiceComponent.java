package dev.serai.engine.mesh;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** The {@code service:} scheme of one version of an integration. */
final class ServiceComponent extends DefaultComponent {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,199}");

    private final ServiceRegistry registry;
    private final String integration;
    private final int version;

    ServiceComponent(ServiceRegistry registry, String integration, int version) {
        this.registry = registry;
        this.integration = integration;
        this.version = version;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        if (!NAME.matcher(remaining).matches()) {
            throw new IllegalArgumentException(
                    "service:" + remaining + ": the name has to begin with a letter or digit and may hold"
                            + " letters, digits, '.', '_', '-' and '/', 200 at most; such as service:price-lookup");
        }
        ServiceEndpoint endpoint = new ServiceEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    ServiceRegistry registry() {
        return registry;
    }

    String integration() {
        return integration;
    }

    int version() {
        return version;
    }
}
