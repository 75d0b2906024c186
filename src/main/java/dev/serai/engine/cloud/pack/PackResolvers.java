package dev.serai.engine.cloud.pack;

import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.DataFormatResolver;
import org.apache.camel.spi.LanguageResolver;
import org.apache.camel.support.PluginHelper;

/** Puts the pack in use that provides what Camel is about to look for. */
final class PackResolvers {

    private PackResolvers() {}

    static void attach(CamelContext context, Packs packs) {
        ExtendedCamelContext camel = context.getCamelContextExtension();
        ComponentResolver components = PluginHelper.getComponentResolver(context);
        camel.addContextPlugin(ComponentResolver.class, (name, asking) -> {
            if (name.equals("kamelet")) {
                Kamelets.use(packs, asking);
            }
            bring("component/" + name, packs, asking);
            return components.resolveComponent(name, asking);
        });
        DataFormatResolver formats = PluginHelper.getDataFormatResolver(context);
        camel.addContextPlugin(DataFormatResolver.class, (name, asking) -> {
            bring("dataformat/" + name, packs, asking);
            return formats.createDataFormat(name, asking);
        });
        LanguageResolver languages = PluginHelper.getLanguageResolver(context);
        camel.addContextPlugin(LanguageResolver.class, (name, asking) -> {
            bring("language/" + name, packs, asking);
            return languages.resolveLanguage(name, asking);
        });
    }

    /** The core comes first: the packs are not even listed for what it has. */
    private static void bring(String service, Packs packs, CamelContext context) {
        if (PackResolvers.class.getClassLoader().getResource("META-INF/services/org/apache/camel/" + service) == null) {
            packs.providing(service).ifPresent(pack -> packs.use(pack, context));
        }
    }
}
