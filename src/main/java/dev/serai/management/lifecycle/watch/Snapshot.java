package dev.serai.management.lifecycle.watch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a unit looked at one moment, without its content.
 *
 * @param stamps size, times and identity of each file
 * @param size bytes of all files
 */
record Snapshot(Map<Path, String> stamps, long size) {

    static Snapshot of(Unit unit) throws IOException {
        Map<Path, String> stamps = new TreeMap<>();
        long size = 0;
        for (Map.Entry<Path, BasicFileAttributes> file :
                BundleReader.files(unit).entrySet()) {
            BasicFileAttributes attributes = file.getValue();
            size += attributes.size();
            stamps.put(
                    file.getKey(),
                    attributes.size() + " " + attributes.lastModifiedTime().toMillis() + " " + attributes.fileKey()
                            + " " + changed(file.getKey()));
        }
        return new Snapshot(stamps, size);
    }

    /** The inode's change time, where there is one, sees edits that keep size and modification time. */
    private static String changed(Path file) {
        try {
            return Objects.toString(((FileTime) Files.getAttribute(file, "unix:ctime")).toMillis());
        } catch (UnsupportedOperationException | IllegalArgumentException | IOException e) {
            return "";
        }
    }

    /** A file that was cut off in the middle of a line is probably still being written. */
    static boolean endsInTheMiddle(byte[] content) {
        return content.length > 0
                && content[content.length - 1] != '\n'
                && content[content.length - 1] != '\r'
                && !new String(content, StandardCharsets.UTF_8).stripTrailing().endsWith(">");
    }
}
