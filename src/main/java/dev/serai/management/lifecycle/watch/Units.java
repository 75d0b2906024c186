package dev.serai.management.lifecycle.watch;

import dev.serai.foundation.FileRole;
import dev.serai.foundation.RouteFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells which files and folders are integrations, and which belong to editors, mounts and version control. */
public final class Units {

    private static final Pattern TEMPORARY = Pattern.compile(
            "\\..*|.*~|#.*#|.*\\.(swp|swx|tmp|bak|orig|rej|part|filepart|crdownload)|4913|.*___jb_(tmp|old)___");
    private static final Pattern ENDING =
            Pattern.compile("(\\.camel)?\\.(yaml|yml|xml|java)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,99}");
    private static final Set<FileRole> ROUTES = Set.of(FileRole.YAML, FileRole.XML, FileRole.JAVA);

    private Units() {}

    /** Hidden files, editors' leftovers and half-copied files. */
    static boolean isTemporary(String fileName) {
        return TEMPORARY.matcher(fileName).matches();
    }

    /** All units of the watched folder, by name and source. */
    static List<Unit> in(Path routes) throws IOException {
        return in(routes, Set.of());
    }

    /**
     * All units of the watched folder, by name and source.
     *
     * @param known sources that were units before: what stands there now is one too, or a mistake in its first line would
     *     look like its removal
     */
    static List<Unit> in(Path routes, Set<String> known) throws IOException {
        List<Unit> units = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(routes)) {
            for (Path entry : entries) {
                Unit unit = of(entry, known);
                if (unit != null) {
                    units.add(unit);
                }
            }
        }
        units.sort(Comparator.comparing(Unit::name).thenComparing(Unit::source));
        return units;
    }

    /** The unit at a path; null when there is none, such as a README or a folder without routes. */
    public static @Nullable Unit of(Path entry) throws IOException {
        return of(entry, Set.of());
    }

    private static @Nullable Unit of(Path entry, Set<String> sources) throws IOException {
        String fileName = entry.getFileName().toString();
        if (isTemporary(fileName)) {
            return null;
        }
        boolean known = sources.contains(fileName) || sources.contains(fileName + "/");
        if (Files.isDirectory(entry)) {
            return NAME.matcher(fileName).matches() && holdsRoutes(entry, known)
                    ? new Unit(fileName, fileName + "/", entry)
                    : null;
        }
        String name = ENDING.matcher(fileName).replaceFirst("");
        boolean candidate = ROUTES.contains(FileRole.of(fileName))
                && !name.equals(fileName)
                && NAME.matcher(name).matches()
                && Files.isRegularFile(entry)
                && (known || RouteFiles.isRoutes(fileName, head(entry)));
        return candidate ? new Unit(name, fileName, entry) : null;
    }

    private static boolean holdsRoutes(Path folder, boolean known) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!isTemporary(name)
                        && Files.isRegularFile(file)
                        && ROUTES.contains(FileRole.of(name))
                        && !name.startsWith("integration.")
                        && (known || RouteFiles.isRoutes(name, head(file)))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(RouteFiles.HEAD);
        }
    }
}
