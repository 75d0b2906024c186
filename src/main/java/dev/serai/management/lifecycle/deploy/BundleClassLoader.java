package dev.serai.management.lifecycle.deploy;

import dev.serai.foundation.Bundle;
import dev.serai.management.lifecycle.CompiledClasses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves a version's compiled classes, and its files as {@code classpath:} resources, from memory; the parent is the core with the packs in use. */
final class BundleClassLoader extends ClassLoader {

    private final Bundle bundle;
    private final CompiledClasses classes;

    BundleClassLoader(String name, Bundle bundle, CompiledClasses classes, ClassLoader parent) {
        super(name, parent);
        this.bundle = bundle;
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = classes.byName().get(name);
        if (code == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, code, 0, code.length);
    }

    /** The integration's own files come before equally named ones of the core. */
    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        String path = name.startsWith("/") ? name.substring(1) : name;
        return bundle.contains(path) ? inMemory(path) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL own = findResource(name);
        return Collections.enumeration(own == null ? List.of() : List.of(own));
    }

    @SuppressWarnings("deprecation") // the constructor with a handler has no replacement before Java 20
    private URL inMemory(String path) {
        try {
            return new URL("bundle", bundle.name(), -1, "/" + path, new BytesHandler(bundle.bytes(path)));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("file name cannot stand in a URL: " + path, e);
        }
    }

    private static final class BytesHandler extends URLStreamHandler {
        private final byte[] bytes;

        BytesHandler(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() throws IOException {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(bytes);
                }

                @Override
                public int getContentLength() {
                    return bytes.length;
                }
            };
        }
    }
}
