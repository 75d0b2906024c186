package dev.serai.management.lifecycle.watch;

import dev.serai.foundation.FileRole;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
    private static final int SNIFF = 4096;

    private Units() {}

    /** Hidden files, editors' leftovers and half-copied files. */
    static boolean isTemporary(String fileName) {
        return TEMPORARY.matcher(fileName).matches();
    }

    /** All units of the watched folder, by name and source. */
    static List<Unit> in(Path routes) throws IOException {
        List<Unit> units = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(routes)) {
            for (Path entry : entries) {
                Unit unit = of(entry);
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
        String fileName = entry.getFileName().toString();
        if (isTemporary(fileName)) {
            return null;
        }
        if (Files.isDirectory(entry)) {
            return NAME.matcher(fileName).matches() && holdsRoutes(entry)
                    ? new Unit(fileName, fileName + "/", entry)
                    : null;
        }
        String name = ENDING.matcher(fileName).replaceFirst("");
        boolean candidate = ROUTES.contains(FileRole.of(fileName))
                && !name.equals(fileName)
                && NAME.matcher(name).matches()
                && Files.isRegularFile(entry)
                && looksLikeRoutes(entry, fileName);
        return candidate ? new Unit(name, fileName, entry) : null;
    }

    private static boolean holdsRoutes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!isTemporary(name)
                        && Files.isRegularFile(file)
                        && ROUTES.contains(FileRole.of(name))
                        && !name.startsWith("integration.")
                        && looksLikeRoutes(file, name)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A file with Camel's double ending is always meant as routes; a plain one only if it does not plainly say otherwise. */
    private static boolean looksLikeRoutes(Path file, String fileName) throws IOException {
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.contains(".camel.") || lower.endsWith(".java")) {
            return true;
        }
        String head = head(file);
        return lower.endsWith(".xml") ? isCamelXml(head) : isCamelYaml(head);
    }

    private static boolean isCamelXml(String head) {
        String root = head.replaceFirst("(?s)^\\W*(<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>]*>\\s*)*", "");
        return head.isBlank()
                || Pattern.compile(
                                "^<?(\\w+:)?(camel|camelContext|route|routes|rests?|beans|blueprint|template|routeTemplates?|templatedRoutes?|routeConfigurations?)\\b")
                        .matcher(root)
                        .find()
                || !head.contains("<");
    }

    /** Lists are routes; a mapping is one only if it is a custom resource of Camel. An OpenAPI document or values file is left alone. */
    private static boolean isCamelYaml(String head) {
        return !Pattern.compile("(?m)^[\"']?(openapi|swagger|asyncapi|services|version|\\$schema)[\"']?\\s*:")
                        .matcher(head)
                        .find()
                && (!Pattern.compile("(?m)^apiVersion\\s*:").matcher(head).find() || head.contains("camel.apache.org"));
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(SNIFF), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
