package dev.serai.management.lifecycle.control;

import dev.serai.foundation.Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Writes into the watched folder so that a reader sees either the old content or the new, never half of it. */
public final class RouteFolder {

    private final Path routes;

    public RouteFolder(Path routes) {
        this.routes = routes;
    }

    /** Puts the bundle's files where its source says; an integration of that name in another form is replaced. */
    public Bundle write(Bundle bundle) {
        Path target = inside(bundle.source());
        try {
            Files.createDirectories(routes);
            Path incoming = Files.createTempDirectory(routes, ".incoming-");
            try {
                for (Map.Entry<String, byte[]> file : bundle.files().entrySet()) {
                    Path path = incoming.resolve(file.getKey()).normalize();
                    if (!path.startsWith(incoming)) {
                        throw new IllegalArgumentException(
                                "file name leaves the integration's folder: " + file.getKey());
                    }
                    Files.createDirectories(path.getParent());
                    Files.write(path, file.getValue());
                }
                replace(bundle, incoming, target);
            } finally {
                deleteTree(incoming);
            }
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e.getMessage(), e);
        }
    }

    private static void replace(Bundle bundle, Path incoming, Path target) throws IOException {
        if (!bundle.isFolder()) {
            String only = bundle.paths().iterator().next();
            Files.move(
                    incoming.resolve(only),
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Path outgoing = incoming.resolveSibling(incoming.getFileName() + "-old");
        if (Files.exists(target)) {
            Files.move(target, outgoing, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
        deleteTree(outgoing);
    }

    /** Removes a file or folder from the watched folder. */
    void delete(String source) {
        try {
            deleteTree(inside(source));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete routes/" + source + ": " + e.getMessage(), e);
        }
    }

    private Path inside(String source) {
        Path path = routes.resolve(source).normalize();
        if (!path.startsWith(routes) || path.equals(routes)) {
            throw new IllegalArgumentException("not a place inside routes/: " + source);
        }
        return path;
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
