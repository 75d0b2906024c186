package dev.serai.foundation.configuration;

import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.secret.SensitiveName;
import org.apache.camel.component.properties.EnvPropertiesFunction;

/** Camel's {@code {{env:NAME}}}; the value of a variable whose name says that it is a secret is kept out of what is shown. */
final class VariableReference extends EnvPropertiesFunction {

    @Override
    public String apply(String reference) {
        String value = super.apply(reference);
        if (value != null && SensitiveName.says(reference.split(":", 2)[0])) {
            Redaction.keep(value);
        }
        return value;
    }
}
