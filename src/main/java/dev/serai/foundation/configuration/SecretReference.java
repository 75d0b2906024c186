package dev.serai.foundation.configuration;

import dev.serai.foundation.secret.Secrets;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertiesFunction;

/** Lets routes write {@code {{secret:NAME}}}, as the configuration can. A name with a slash is one of Kubernetes, as Camel has it. */
final class SecretReference implements PropertiesFunction {

    private final Secrets secrets;
    private final CamelContext context;

    SecretReference(Secrets secrets, CamelContext context) {
        this.secrets = secrets;
        this.context = context;
    }

    @Override
    public String getName() {
        return "secret";
    }

    @Override
    public String apply(String name) {
        return name.contains("/") ? Vaults.function(getName(), context).apply(name) : References.secret(secrets, name);
    }
}
