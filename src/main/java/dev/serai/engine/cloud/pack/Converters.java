package dev.serai.engine.cloud.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.TypeConverterLoader;

/** The type converters of a pack. Camel looks for converters when a context is made, before it is known which packs it will use. */
final class Converters {

    private static final String SERVICE = "META-INF/services/org/apache/camel/TypeConverterLoader";

    private Converters() {}

    static void load(PackLoader pack, CamelContext context) {
        try {
            for (URL file : Collections.list(pack.findResources(SERVICE))) {
                names(file).forEach(name -> load(name, pack, context));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(pack.getName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> names(URL file) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static void load(String name, PackLoader pack, CamelContext context) {
        try {
            TypeConverterLoader loader = (TypeConverterLoader)
                    pack.loadClass(name).getDeclaredConstructor().newInstance();
            CamelContextAware.trySetCamelContext(loader, context);
            loader.load(context.getTypeConverterRegistry());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(pack.getName() + ": its type converters " + name + " cannot be loaded", e);
        }
    }
}
