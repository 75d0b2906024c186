package dev.serai.management.lifecycle.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The classes in some jars.
 *
 * @param jars where they lie
 */
record ClassFiles(List<Path> jars) {

    ClassFiles {
        jars = List.copyOf(jars);
    }

    /** Whether one of them holds a class of that name, a nested one written with a dot or a dollar sign. */
    boolean hold(String name) {
        return jars.stream().anyMatch(jar -> holds(jar, name));
    }

    private static boolean holds(Path jar, String name) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String path = name.replace('.', '/');
            while (file.getEntry(path + ".class") == null) {
                int slash = path.lastIndexOf('/');
                if (slash < 0) {
                    return false;
                }
                path = path.substring(0, slash) + "$" + path.substring(slash + 1);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " cannot be read: " + e.getMessage(), e);
        }
    }
}
