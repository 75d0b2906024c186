package dev.serai.engine.cloud.pack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
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

    private final List<String> classes;

    PackLoader(Pack pack, URL[] jars, ClassLoader parent) {
        super("pack " + pack.name(), jars, parent);
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

    private boolean isSerais(String name) {
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
}
