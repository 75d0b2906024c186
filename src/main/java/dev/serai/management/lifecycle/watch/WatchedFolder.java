package dev.serai.management.lifecycle.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
