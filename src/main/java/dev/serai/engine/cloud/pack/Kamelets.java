package dev.serai.engine.cloud.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.spi.RouteTemplateLoaderListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a context use the catalogue of Kamelets, and what each of them needs: a Kamelet may name classes of a component, as of a pool, before
 * it uses the component itself.
 */
final class Kamelets implements RouteTemplateLoaderListener {

    static final String PACK = "kamelets";

    private static final Logger LOG = LoggerFactory.getLogger(Kamelets.class);
    private static final Pattern DEPENDENCY = Pattern.compile("(?m)^\\s*- \"?'?camel:([a-z0-9-]+)");

    private final Packs packs;
    private final CamelContext context;

    private Kamelets(Packs packs, CamelContext context) {
        this.packs = packs;
        this.context = context;
    }

    /** To be called when a context is about to use a Kamelet for the first time. */
    static void use(Packs packs, CamelContext context) {
        packs.use(PACK, context);
        context.getRegistry().bind("serai-kamelets", RouteTemplateLoaderListener.class, new Kamelets(packs, context));
    }

    @Override
    public void loadRouteTemplate(Resource resource) {
        Matcher dependency = DEPENDENCY.matcher(text(resource));
        while (dependency.find()) {
            String name = dependency.group(1);
            Stream.of("component/", "dataformat/", "language/")
                    .flatMap(kind -> packs.providing(kind + name).stream())
                    .forEach(pack -> packs.use(pack, context));
        }
    }

    private static String text(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", resource.getLocation(), e.toString());
            return "";
        }
    }
}
