package dev.serai.management.lifecycle.watch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder that is watched, and what of its content is one thing each. */
public final class WatchedFolder {

    private static final String YAML = ".yaml";

    private final Path path;
    private final String place;
    private final String watcher;
    private final Content content;

    private interface Content {
        List<Unit> units(Path folder, Set<String> known) throws IOException;
    }

    private WatchedFolder(Path path, String place, String watcher, Content content) {
        this.path = path;
        this.place = place;
        this.watcher = watcher;
        this.content = content;
    }

    /** The folder of integrations: a route file is one, or a folder with route files. */
    public static WatchedFolder ofRoutes(Path path) {
        return new WatchedFolder(path, "routes/", "serai watcher", Units::in);
    }

    /** The folder of connections: every YAML file is one. */
    public static WatchedFolder ofConnections(Path path) {
        return new WatchedFolder(
                path, "config/connections/", "serai connection watcher", (folder, known) -> yamlFiles(folder));
    }

    /** The folder of transformations, which need not exist: every folder with a file {@code mapping.*} is one. */
    public static WatchedFolder ofTransformations(Path path) {
        return new WatchedFolder(
                path, "transformations/", "serai transformation watcher", (folder, known) -> mappings(folder));
    }

    /** The folder of policies, which need not exist: every YAML file is one. */
    public static WatchedFolder ofPolicies(Path path) {
        return new WatchedFolder(
                path,
                "config/policies/",
                "serai policy watcher",
                (folder, known) -> Files.isDirectory(folder) ? yamlFiles(folder) : List.of());
    }

    private static List<Unit> mappings(Path folder) throws IOException {
        List<Unit> units = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, WatchedFolder::holdsMapping)) {
                entries.forEach(entry -> units.add(
                        new Unit(entry.toFile().getName(), entry.toFile().getName() + "/", entry)));
            }
        }
        units.sort(Comparator.comparing(Unit::name));
        return units;
    }

    private static boolean holdsMapping(Path folder) throws IOException {
        if (!Files.isDirectory(folder) || Units.isTemporary(folder.toFile().getName())) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.toFile().getName())
                    .anyMatch(name -> name.startsWith("mapping.") && !Units.isTemporary(name));
        }
    }

    private static List<Unit> yamlFiles(Path folder) throws IOException {
        List<Unit> units = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.toFile().getName();
                if (name.endsWith(YAML) && !Units.isTemporary(name) && Files.isRegularFile(file)) {
                    units.add(new Unit(name.substring(0, name.length() - YAML.length()), name, file));
                }
            }
        }
        return units;
    }

    Path path() {
        return path;
    }

    /** How findings name what lies there. */
    String place(String source) {
        return place + source;
    }

    /** Name of the thread that watches it. */
    String watcher() {
        return watcher;
    }

    List<Unit> units(Set<String> known) throws IOException {
        return content.units(path, known);
    }
}
