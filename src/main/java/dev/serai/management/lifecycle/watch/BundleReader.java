package dev.serai.management.lifecycle.watch;

import dev.serai.foundation.Bundle;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an integration into memory, once. */
public final class BundleReader {

    /** More than this in one integration is a mistake, such as a data file in the wrong folder. */
    public static final long LIMIT = 64L * 1024 * 1024;

    private static final int DEPTH = 12;

    private BundleReader() {}

    /**
     * The bundle at a path: a route file, or a folder with route files.
     *
     * @return null when the path holds no integration
     */
    public static @Nullable Bundle read(Path path) throws IOException {
        Unit unit = Units.of(path.toAbsolutePath());
        return unit == null ? null : read(unit);
    }

    /** All integrations of a folder of integrations, by name. */
    public static List<Bundle> readAll(Path routes) throws IOException {
        List<Bundle> bundles = new ArrayList<>();
        for (Unit unit : Units.in(routes)) {
            bundles.add(read(unit));
        }
        return bundles;
    }

    static Bundle read(Unit unit) throws IOException {
        if (!unit.isFolder()) {
            return new Bundle(unit.name(), unit.source(), Map.of(unit.source(), Files.readAllBytes(unit.path())));
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : files(unit).keySet()) {
            files.put(unit.path().relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        return new Bundle(unit.name(), unit.source(), files);
    }

    /** The files of a unit with what tells a change: size, times, identity. Links are followed, as mounted ConfigMaps need. */
    static Map<Path, BasicFileAttributes> files(Unit unit) throws IOException {
        Map<Path, BasicFileAttributes> files = new TreeMap<>();
        if (!unit.isFolder()) {
            files.put(unit.path(), Files.readAttributes(unit.path(), BasicFileAttributes.class));
            return files;
        }
        long[] total = {0};
        Files.walkFileTree(unit.path(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean inner = !folder.equals(unit.path());
                return inner && Units.isTemporary(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()
                        && !Units.isTemporary(file.getFileName().toString())) {
                    total[0] += attributes.size();
                    if (total[0] > LIMIT) {
                        throw new IOException("%s is larger than %d MB; keep data files out of the integration's folder"
                                .formatted(unit.source(), LIMIT / (1024 * 1024)));
                    }
                    files.put(file, attributes);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
