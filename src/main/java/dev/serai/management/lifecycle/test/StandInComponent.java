package dev.serai.management.lifecycle.test;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Producer;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestProducerFactory;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/** Takes the place of a component that reaches outside: its endpoints open nothing, record what they get and answer as told. */
final class StandInComponent extends DefaultComponent implements RestProducerFactory {

    private final String scheme;
    private final Outside outside;

    StandInComponent(String scheme, Outside outside) {
        this.scheme = scheme;
        this.outside = outside;
        setAutowiredEnabled(false);
    }

    /** Every option is taken: whether it exists is for other checks. */
    @Override
    public Endpoint createEndpoint(String uri, Map<String, Object> properties) {
        return new StandInEndpoint(uri, this, outside);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new StandInEndpoint(uri, this, outside);
    }

    /** The options of the component whose place it takes are not its own. */
    @Override
    public @Nullable PropertyConfigurer getComponentPropertyConfigurer() {
        return null;
    }

    @Override
    public @Nullable PropertyConfigurer getEndpointPropertyConfigurer() {
        return null;
    }

    /** The URI as it was written, so that expectations may name it that way. */
    @Override
    public boolean useRawUri() {
        return true;
    }

    @Override
    public Producer createProducer(
            CamelContext camelContext,
            String host,
            String verb,
            String basePath,
            String uriTemplate,
            String queryParameters,
            String consumes,
            String produces,
            RestConfiguration configuration,
            Map<String, Object> parameters)
            throws Exception {
        String path = part(basePath) + part(uriTemplate);
        return new StandInEndpoint(scheme + ":" + part(host).replaceFirst("^/", "") + path, this, outside)
                .createProducer();
    }

    private static String part(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return "";
        }
        return path.startsWith("/") ? path : "/" + path;
    }
}
