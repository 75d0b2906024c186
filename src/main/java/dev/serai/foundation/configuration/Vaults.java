package dev.serai.foundation.configuration;

import dev.serai.foundation.secret.Redaction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.PropertiesFunction;
import org.apache.camel.support.service.ServiceHelper;

/**
 * Camel's vaults. Where the component of one is missing, Camel would take {@code {{aws:password}}} for a key with the default
 * {@code password}; here it is an error that names the component.
 */
final class Vaults {

    private static final String FACTORIES = "META-INF/services/org/apache/camel/properties-function/";

    private static final Map<String, String> COMPONENTS = new TreeMap<>(Map.of(
            "aws", "camel-aws-secrets-manager",
            "azure", "camel-azure-key-vault",
            "gcp", "camel-google-secret-manager",
            "hashicorp", "camel-hashicorp-vault",
            "cyberark", "camel-cyberark-vault",
            "ibm", "camel-ibm-secrets-manager",
            "configmap", "camel-kubernetes",
            "configmap-binary", "camel-kubernetes",
            "secret-binary", "camel-kubernetes"));

    private static final Pattern REFERENCE =
            Pattern.compile("\\{\\{(" + String.join("|", COMPONENTS.keySet()) + "|secret(?=:[^}]*/)):([^{}]+)}}");

    private Vaults() {}

    /** Whether a text refers to a vault: what it says is known only where a Camel context runs. */
    static boolean areIn(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** The text with what the vaults say in place of their references. */
    static String resolve(String text, CamelContext context) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.replaceAll(match ->
                Matcher.quoteReplacement(function(match.group(1), context).apply(match.group(2))));
    }

    /** The vaults as functions of a context; each is looked for when it is first used. */
    static List<PropertiesFunction> functions(CamelContext context) {
        return COMPONENTS.keySet().stream().map(name -> function(name, context)).toList();
    }

    static PropertiesFunction function(String name, CamelContext context) {
        return new Vault(name, COMPONENTS.getOrDefault(name, "camel-kubernetes"), context);
    }

    private static final class Vault implements PropertiesFunction {

        private final String name;
        private final String component;
        private final CamelContext context;

        Vault(String name, String component, CamelContext context) {
            this.name = name;
            this.component = component;
            this.context = context;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String apply(String remainder) {
            String value = camels().apply(remainder);
            if (value == null) {
                throw new IllegalStateException("{{" + name + ":" + remainder + "}}: the vault has no such secret");
            }
            Redaction.keep(value);
            return value;
        }

        private PropertiesFunction camels() {
            Class<?> type = context.getCamelContextExtension()
                    .getFactoryFinder(FACTORIES)
                    .findClass(name)
                    .orElseThrow(
                            () -> new IllegalStateException(
                                    "{{" + name + ":…}} needs the component " + component
                                            + ", which is not here; add its jar, or write {{secret:NAME}}, {{env:NAME}} or {{file:/path}}"));
            PropertiesFunction function =
                    (PropertiesFunction) context.getInjector().newInstance(type, false);
            CamelContextAware.trySetCamelContext(function, context);
            ServiceHelper.startService(function);
            return function;
        }
    }
}
