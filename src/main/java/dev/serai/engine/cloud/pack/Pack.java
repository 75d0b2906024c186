package dev.serai.engine.cloud.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The jars that one folder in {@code connectors/} adds to the core: those that its {@code pack.lock} names, and those that somebody put
 * into its {@code lib/}, such as a driver that may not be passed on.
 *
 * @param name of its folder
 * @param parent the pack whose classes this one sees; empty for the core alone
 * @param classes packages of Serai's own that only work with the pack's libraries, and are loaded with them
 * @param services what it provides, such as {@code component/kafka} or {@code dataformat/avro}
 * @param jars file names in the folder of all packs' jars
 * @param added jars beside the connector
 */
record Pack(
        String name, String parent, List<String> classes, List<String> services, List<String> jars, List<Path> added) {

    private static final String LOCK = "pack.lock";

    Pack {
        classes = List.copyOf(classes);
        services = List.copyOf(services);
        jars = List.copyOf(jars);
        added = List.copyOf(added);
    }

    /**
     * Reads the lock of a folder.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    static Pack read(Path folder) {
        List<String> parents = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        List<String> services = new ArrayList<>();
        List<String> jars = new ArrayList<>();
        for (String line : lines(folder.resolve(LOCK))) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "extends" -> parents.add(words[1]);
                case "classes" -> classes.add(words[1]);
                case "provides" -> services.add(words[1]);
                case "jar" -> jars.add(fileName(words[1].split(":")));
                default -> {} // a comment
            }
        }
        String parent = parents.isEmpty() ? "" : parents.get(0);
        return new Pack(folder.toFile().getName(), parent, classes, services, jars, added(folder.resolve("lib")));
    }

    private static List<String> lines(Path lock) {
        try {
            return Files.exists(lock) ? Files.readAllLines(lock) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(lock + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Maven's coordinates, group:artifact:version[:classifier], as the build names the file. */
    private static String fileName(String[] coordinates) {
        String classifier = coordinates.length > 3 ? "-" + coordinates[3] : "";
        return coordinates[1] + "-" + coordinates[2] + classifier + ".jar";
    }

    private static List<Path> added(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }

    /** Whether there is anything to load. */
    boolean isEmpty() {
        return jars.isEmpty() && added.isEmpty() && parent.isEmpty();
    }
}
