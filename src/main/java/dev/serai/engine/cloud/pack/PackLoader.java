package dev.serai.engine.cloud.pack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of one pack for all who use it. Its own jars come before the core, which has none of them: what it lacks comes from the
 * core, or from the pack that it builds on. Those packages of Serai's own that only work with the pack's libraries lie in the core and are
 * defined here.
 */
final class PackLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String SERVICES = "/META-INF/services/org/apache/camel/";

    private final List<String> classes;
    private final String services;

    PackLoader(Pack pack, URL[] jars, ClassLoader parent) {
        super("pack " + pack.name(), jars, parent);
        this.services = "packs/" + pack.name() + SERVICES;
        this.classes = pack.classes().stream().map(name -> name + ".").toList();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? load(name, resolve) : known;
        }
    }

    private Class<?> load(String name, boolean resolve) throws ClassNotFoundException {
        if (isSerais(name)) {
            return define(name);
        }
        return isInJars(name) && !isOfTheJdk(name) ? findClass(name) : super.loadClass(name, resolve);
    }

    /** Whether a class is one of Serai's own that only works with this pack. */
    boolean isSerais(String name) {
        return classes.stream().anyMatch(name::startsWith);
    }

    private boolean isInJars(String name) {
        return findResource(fileOf(name)) != null;
    }

    /** Some old jars hold copies of what the JDK has; two of one interface do not fit each other. */
    private static boolean isOfTheJdk(String name) {
        return getPlatformClassLoader().getResource(fileOf(name)) != null;
    }

    private static String fileOf(String name) {
        return name.replace('.', '/') + ".class";
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(fileOf(name))) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = file.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** A resource of the pack comes before one of the core. */
    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    /** A class that the pack has and the core has not; null when it has none of that name. */
    @Nullable
    Class<?> find(String name) {
        if (!isSerais(name) && !isInJars(name)) {
            return null;
        }
        try {
            return loadClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    /**
     * The class by which Serai itself provides a service of Camel, such as {@code dataformat/excel}. What names it lies in the core, below the
     * pack's name, in the form in which Camel's own libraries do it.
     */
    Optional<Class<?>> own(String service) {
        try (InputStream file = getParent().getResourceAsStream(services + service)) {
            if (file == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(file);
            return Optional.of(loadClass(properties.getProperty("class")));
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(getName() + ": its service " + service + " cannot be loaded", e);
        }
    }
}
