package dev.serai.management.lifecycle.deploy;

import org.apache.camel.CamelContext;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.Main;

/** Camel Main, but for the type converters, which a context makes itself while it is built: too early for a listener. */
final class IntegrationMain extends Main {

    @Override
    protected CamelContext createCamelContext() {
        DefaultCamelContext context = new DefaultCamelContext(false) {
            @Override
            protected TypeConverter createTypeConverter() {
                return new DeclaredConverters(getCamelContextReference());
            }
        };
        context.getCamelContextExtension().setRegistry(registry);
        return context;
    }
}
