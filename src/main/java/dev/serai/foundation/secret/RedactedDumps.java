package dev.serai.foundation.secret;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.spi.ModelToXMLDumper;
import org.apache.camel.spi.ModelToYAMLDumper;
import org.apache.camel.support.ResolverHelper;

/** A route's source as JMX and the console show it: on wish with every reference resolved, but never with secrets. */
public final class RedactedDumps {

    private RedactedDumps() {}

    /** To be called before the context is initialised. */
    public static void attach(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        extension.addContextPlugin(ModelToXMLDumper.class, new Xml(() -> camels(context, ModelToXMLDumper.FACTORY)));
        extension.addContextPlugin(ModelToYAMLDumper.class, new Yaml(() -> camels(context, ModelToYAMLDumper.FACTORY)));
    }

    @SuppressWarnings("unchecked")
    private static <T> T camels(CamelContext context, String factory) {
        Class<T> type = (Class<T>)
                (factory.equals(ModelToXMLDumper.FACTORY) ? ModelToXMLDumper.class : ModelToYAMLDumper.class);
        return ResolverHelper.resolveService(
                        context, context.getCamelContextExtension().getBootstrapFactoryFinder(), factory, type)
                .orElseThrow(() -> new IllegalStateException("this distribution lacks Camel's " + factory));
    }

    /** @param camel what Camel dumps with */
    private record Xml(Supplier<ModelToXMLDumper> camel) implements ModelToXMLDumper {

        @Override
        public String dumpModelAsXml(CamelContext context, NamedNode definition) throws Exception {
            return Redaction.clean(camel.get().dumpModelAsXml(context, definition));
        }

        @Override
        public String dumpModelAsXml(
                CamelContext context,
                NamedNode definition,
                boolean resolvePlaceholders,
                boolean generatedIds,
                boolean sourceLocation)
                throws Exception {
            return Redaction.clean(
                    camel.get().dumpModelAsXml(context, definition, resolvePlaceholders, generatedIds, sourceLocation));
        }

        @Override
        public String dumpBeansAsXml(CamelContext context, List<Object> beans) throws Exception {
            return Redaction.clean(camel.get().dumpBeansAsXml(context, beans));
        }

        @Override
        public String dumpDataFormatsAsXml(CamelContext context, Map<String, Object> dataFormats) throws Exception {
            return Redaction.clean(camel.get().dumpDataFormatsAsXml(context, dataFormats));
        }
    }

    /** @param camel what Camel dumps with */
    private record Yaml(Supplier<ModelToYAMLDumper> camel) implements ModelToYAMLDumper {

        @Override
        public String dumpModelAsYaml(CamelContext context, NamedNode definition) throws Exception {
            return Redaction.clean(camel.get().dumpModelAsYaml(context, definition));
        }

        @Override
        public String dumpModelAsYaml(
                CamelContext context,
                NamedNode definition,
                boolean resolvePlaceholders,
                boolean uriAsParameters,
                boolean generatedIds,
                boolean sourceLocation)
                throws Exception {
            return Redaction.clean(camel.get()
                    .dumpModelAsYaml(
                            context, definition, resolvePlaceholders, uriAsParameters, generatedIds, sourceLocation));
        }

        @Override
        public String dumpBeansAsYaml(CamelContext context, List<Object> beans) throws Exception {
            return Redaction.clean(camel.get().dumpBeansAsYaml(context, beans));
        }

        @Override
        public String dumpDataFormatsAsYaml(CamelContext context, Map<String, Object> dataFormats) throws Exception {
            return Redaction.clean(camel.get().dumpDataFormatsAsYaml(context, dataFormats));
        }
    }
}
