package dev.serai.engine.cloud.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Finds the jars that hold a class, in the core and in every pack, without loading anything. */
final class ClassSearch {

    private final ClassLoader core;

    ClassSearch(ClassLoader core) {
        this.core = core;
    }

    /** Where the core has it. */
    List<ClassPlace> inCore(String className) {
        List<ClassPlace> places = new ArrayList<>();
        try {
            for (URL found : Collections.list(core.getResources(file(className)))) {
                places.add(place(found));
            }
            return places;
        } catch (IOException e) {
            throw new UncheckedIOException("the class path cannot be read: " + e.getMessage(), e);
        }
    }

    private static ClassPlace place(URL found) {
        if (found.getProtocol().equals("jrt")) {
            return new ClassPlace("JDK", found.getPath().split("/")[1], "");
        }
        String text = found.toString();
        if (text.startsWith("jar:")) {
            Path jar = Path.of(URI.create(text.substring("jar:".length(), text.indexOf("!/"))));
            return new ClassPlace("core", jar.toFile().getName(), jar.toString());
        }
        return new ClassPlace("core", "classes", Path.of(URI.create(text)).toString());
    }

    /** Where a pack has it. */
    Stream<ClassPlace> in(String pack, List<Path> jars, String className) {
        return jars.stream()
                .filter(jar -> holds(jar, file(className)))
                .map(jar -> new ClassPlace(pack, jar.toFile().getName(), jar.toString()));
    }

    private static boolean holds(Path jar, String entry) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String file(String className) {
        return className.replace('.', '/') + ".class";
    }
}
