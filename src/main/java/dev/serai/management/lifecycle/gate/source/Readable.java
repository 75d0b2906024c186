package dev.serai.management.lifecycle.gate.source;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.FileRole;
import dev.serai.foundation.RouteFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the text of a file, or says why there is none. */
final class Readable {

    private static final int LARGEST = 10 << 20;
    private static final int LARGEST_YAML = 3 << 20;
    private static final char BOM = '\uFEFF';

    private Readable() {}

    /** The text of a file that is read as text; empty for a resource, and for a file that cannot be read, which is then told. */
    static Optional<String> text(Bundle bundle, String path, Problems problems) {
        byte[] bytes = bundle.bytes(path);
        FileRole role = roleOf(bundle, path);
        boolean yaml = role == FileRole.YAML || role == FileRole.KAMELET;
        int limit = yaml ? LARGEST_YAML : LARGEST;
        if (!staysInside(path)) {
            problems.error(
                    Place.of(path),
                    "the file name leads out of the integration's folder",
                    "use a name below the folder");
            return Optional.empty();
        }
        if (bytes.length > limit && role != FileRole.RESOURCE) {
            problems.error(
                    Place.of(path),
                    "the file has " + bytes.length + " bytes, expected at most " + (limit >> 20) + " MB",
                    "split it, or keep data outside of the routes folder");
            return Optional.empty();
        }
        return role == FileRole.RESOURCE ? Optional.empty() : decoded(path, bytes, role, problems);
    }

    /** A contract or sample may have any size and encoding; its reader says when it cannot be read. */
    private static FileRole roleOf(Bundle bundle, String path) {
        FileRole role = FileRole.of(path);
        boolean dsl = role == FileRole.YAML || role == FileRole.XML;
        return dsl && !RouteFiles.isRoutes(bundle, path) ? FileRole.RESOURCE : role;
    }

    private static boolean staysInside(String path) {
        return !path.startsWith("/")
                && path.indexOf('\\') < 0
                && !java.util.List.of(path.split("/", -1)).contains("..");
    }

    private static Optional<String> decoded(String path, byte[] bytes, FileRole role, Problems problems) {
        int nul = firstNul(bytes);
        if (nul >= 0) {
            problems.error(
                    Place.of(path),
                    "the file is binary or UTF-16 (a zero byte at offset " + nul + "), expected UTF-8 text",
                    "save it as UTF-8");
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return withoutMark(path, text, role, problems);
        } catch (CharacterCodingException e) {
            int[] at = firstUndecodable(bytes);
            problems.error(new Place(path, at[0], at[1]), "the file is not UTF-8 here", "save it as UTF-8");
            return Optional.empty();
        }
    }

    private static Optional<String> withoutMark(String path, String text, FileRole role, Problems problems) {
        if (text.isEmpty() || text.charAt(0) != BOM) {
            return Optional.of(text);
        }
        if (role == FileRole.PROPERTIES || role == FileRole.JAVA) {
            problems.error(
                    new Place(path, 1, 1),
                    "the file begins with a byte order mark, which would become part of the first word",
                    "save it as UTF-8 without BOM");
            return Optional.empty();
        }
        return Optional.of(text.substring(1));
    }

    private static int firstNul(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Line and column of the first byte that is no UTF-8. */
    private static int[] firstUndecodable(byte[] bytes) {
        String lossy = new String(bytes, StandardCharsets.UTF_8);
        int at = Math.max(0, lossy.indexOf('\uFFFD'));
        String before = lossy.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new int[] {line, at - before.lastIndexOf('\n')};
    }
}
