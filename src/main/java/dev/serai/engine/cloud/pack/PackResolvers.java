package dev.serai.engine.cloud.pack;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatResolver;
import org.apache.camel.spi.LanguageResolver;
import org.apache.camel.support.PluginHelper;

/** Puts the pack in use that provides what Camel is about to look for. */
final class PackResolvers {

    private PackResolvers() {}

    static void attach(CamelContext context, Packs packs) {
        UsedPacks.of(context).broughtBy(name -> packs.owning(name).ifPresent(pack -> packs.use(pack, context)));
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
            String service = "dataformat/" + name;
            return bring(service, packs, asking)
                    .flatMap(pack -> packs.own(pack, service))
                    .<DataFormat>map(type -> asking.getInjector().newInstance(type.asSubclass(DataFormat.class)))
                    .orElseGet(() -> formats.createDataFormat(name, asking));
        });
        LanguageResolver languages = PluginHelper.getLanguageResolver(context);
        camel.addContextPlugin(LanguageResolver.class, (name, asking) -> {
            bring("language/" + name, packs, asking);
            return languages.resolveLanguage(name, asking);
        });
    }

    /** The core comes first: the packs are not even listed for what it has. */
    private static Optional<String> bring(String service, Packs packs, CamelContext context) {
        if (PackResolvers.class.getClassLoader().getResource("META-INF/services/org/apache/camel/" + service) != null) {
            return Optional.empty();
        }
        Optional<String> pack = packs.providing(service);
        pack.ifPresent(name -> packs.use(name, context));
        return pack;
    }
}
