package dev.serai.engine.cloud.pack;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/** What one integration sees: the core, and the packs that it has used so far, in the order in which it came to use them. */
public final class UsedPacks extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private static final String SERAIS = "dev.serai.adapter.";

    private final CopyOnWriteArrayList<PackLoader> packs = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> bringer = name -> {};

    public UsedPacks(ClassLoader core) {
        super("packs", core);
    }

    /** Those of a context: its application class loader, or an ancestor of that. */
    static UsedPacks of(CamelContext context) {
        ClassLoader loader = context.getApplicationContextClassLoader();
        while (loader != null) {
            if (loader instanceof UsedPacks packs) {
                return packs;
            }
            loader = loader.getParent();
        }
        throw new IllegalStateException("context " + context.getName() + " was given no class loader for packs");
    }

    /** Who puts the pack in use that a class of Serai's own belongs to. */
    void broughtBy(Consumer<String> bringer) {
        this.bringer = bringer;
    }

    /** @return whether it was not in use before */
    boolean use(PackLoader pack) {
        return packs.addIfAbsent(pack);
    }

    /** Serai's own classes of a pack are in the core too, where they do not work. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith(SERAIS)) {
            bringer.accept(name);
            for (PackLoader pack : packs) {
                if (pack.isSerais(name)) {
                    return pack.loadClass(name);
                }
            }
        }
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return packs.stream()
                .<@Nullable Class<?>>map(pack -> pack.find(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(name));
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return packs.stream()
                .<@Nullable URL>map(pack -> pack.findResource(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<URL> found = new ArrayList<>();
        for (PackLoader pack : packs) {
            found.addAll(Collections.list(pack.findResources(name)));
        }
        return Collections.enumeration(found);
    }
}
