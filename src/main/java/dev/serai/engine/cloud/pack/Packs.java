package dev.serai.engine.cloud.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All packs of this distribution. Which there are is read when something is asked for that the core lacks; a pack is loaded when it is first
 * used, and stays until the end, as its users share it.
 */
public final class Packs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Packs.class);

    private final Path connectors;
    private final Path jars;
    private final ClassLoader core;
    private final Map<String, PackLoader> loaders = new HashMap<>();
    private @Nullable Map<String, Pack> byName;

    /**
     * @param connectors the folder {@code connectors/} of the home
     * @param jars the folder with the jars of all packs
     */
    public Packs(Path connectors, Path jars) {
        this.connectors = connectors;
        this.jars = jars;
        this.core = Packs.class.getClassLoader();
    }

    /** Those beside the jar that this class comes from. */
    public static Packs ofDistribution(Path connectors) {
        return new Packs(connectors, Place.beside(Packs.class).resolve("packs"));
    }

    private synchronized Map<String, Pack> all() {
        Map<String, Pack> known = byName;
        if (known == null) {
            known = read();
            byName = known;
        }
        return known;
    }

    private Map<String, Pack> read() {
        Map<String, Pack> packs = new TreeMap<>();
        if (!Files.isDirectory(connectors)) {
            return packs;
        }
        try (Stream<Path> folders = Files.list(connectors)) {
            folders.filter(Files::isDirectory)
                    .map(Pack::read)
                    .filter(pack -> !pack.isEmpty())
                    .forEach(pack -> packs.put(pack.name(), pack));
            return packs;
        } catch (IOException e) {
            throw new UncheckedIOException(connectors + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Names of all packs, sorted. */
    public Set<String> names() {
        return all().keySet();
    }

    /** The pack that provides a service of Camel, such as {@code component/kafka}. */
    public Optional<String> providing(String service) {
        return all().values().stream()
                .filter(pack -> pack.services().contains(service))
                .map(Pack::name)
                .findFirst();
    }

    /** Everything that packs provide, such as {@code dataformat/avro}. */
    public List<String> services() {
        return all().values().stream().flatMap(pack -> pack.services().stream()).toList();
    }

    /** What one pack provides itself; nothing for a connector without a pack. */
    public List<String> services(String name) {
        Pack pack = all().get(name);
        return pack == null ? List.of() : pack.services();
    }

    /** The jars of a pack and of those it builds on; nothing for a connector without a pack. */
    public List<Path> jars(String name) {
        Pack pack = all().get(name);
        if (pack == null) {
            return List.of();
        }
        List<Path> all = own(pack);
        all.addAll(jars(pack.parent()));
        return all;
    }

    /** Whether there is a Kamelet of that path in the catalogue, such as {@code kamelets/log-sink.kamelet.yaml}. */
    public boolean kamelets(String path) {
        return path.startsWith("kamelets/")
                && all().containsKey(Kamelets.PACK)
                && loader(Kamelets.PACK).getResource(path) != null;
    }

    /** Every jar that holds a class of that name: of the Java runtime, the core, and each pack's own. */
    public List<ClassPlace> places(String className) {
        ClassSearch search = new ClassSearch(core);
        return Stream.concat(
                        search.inCore(className).stream(),
                        all().values().stream().flatMap(pack -> search.in(pack.name(), own(pack), className)))
                .toList();
    }

    private List<Path> own(Pack pack) {
        List<Path> own = new ArrayList<>(pack.jars().stream().map(jars::resolve).toList());
        own.addAll(pack.added());
        return own;
    }

    /** Lets a context use packs by what it asks for: the first use of a component, a data format or a language brings its pack. */
    public void attach(CamelContext context) {
        PackResolvers.attach(context, this);
    }

    /** The same for a context that is no integration's: it is given a class loader that sees the packs in use. */
    public void attachAlone(CamelContext context) {
        context.setApplicationContextClassLoader(new UsedPacks(core));
        attach(context);
    }

    /**
     * Lets a context see the classes of a pack, and of the packs that it builds on. For a connector without a pack nothing happens.
     *
     * @throws IllegalStateException when a jar is missing
     */
    public void use(String name, CamelContext context) {
        Pack pack = all().get(name);
        if (pack == null) {
            return;
        }
        use(pack.parent(), context);
        PackLoader loader = loader(pack);
        if (UsedPacks.of(context).use(loader)) {
            Converters.load(loader, context);
        }
    }

    /** The pack that a class of Serai's own only works with. */
    Optional<String> owning(String className) {
        return all().values().stream()
                .filter(pack -> pack.classes().stream().anyMatch(name -> className.startsWith(name + ".")))
                .map(Pack::name)
                .findFirst();
    }

    /** The class of Serai's own by which a pack provides a service of Camel; empty when one of its libraries does. */
    Optional<Class<?>> own(String name, String service) {
        Pack pack = all().get(name);
        return pack == null || pack.classes().isEmpty()
                ? Optional.empty()
                : loader(pack).own(service);
    }

    /** The loader of a pack's classes; the core's for a connector without one. */
    public ClassLoader loader(String name) {
        Pack pack = all().get(name);
        return pack == null ? core : loader(pack);
    }

    private PackLoader loader(Pack pack) {
        synchronized (loaders) {
            PackLoader loader = loaders.get(pack.name());
            if (loader == null) {
                loader = new PackLoader(pack, urls(pack), pack.parent().isEmpty() ? core : loader(pack.parent()));
                loaders.put(pack.name(), loader);
                LOG.debug("pack {} is loaded", pack.name());
            }
            return loader;
        }
    }

    private URL[] urls(Pack pack) {
        return Stream.concat(pack.jars().stream().map(jars::resolve), pack.added().stream())
                .map(jar -> url(pack, jar))
                .toArray(URL[]::new);
    }

    private static URL url(Pack pack, Path jar) {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    "pack " + pack.name() + " lacks " + jar + "; build again with the network: ./mvnw package");
        }
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the place of " + jar + " is no URL", e);
        }
    }

    @Override
    public void close() {
        synchronized (loaders) {
            loaders.values().forEach(Packs::close);
            loaders.clear();
        }
    }

    private static void close(PackLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed", loader.getName(), e);
        }
    }
}
