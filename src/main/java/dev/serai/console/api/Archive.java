package dev.serai.console.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** The files of a zip, unpacked in memory within the limits of a body, whatever the zip says of its sizes. */
final class Archive {

    private static final int ENTRY_LIMIT = 2_000;

    private Archive() {}

    static Map<String, byte[]> files(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            return files(in);
        } catch (ZipException | IllegalArgumentException e) {
            throw Problem.badRequest("the zip cannot be read: " + e.getMessage(), "pack it again with UTF-8 names");
        }
    }

    private static Map<String, byte[]> files(ZipInputStream in) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        int left = Call.BODY_LIMIT;
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (entry.isDirectory()) {
                continue;
            }
            byte[] bytes = in.readNBytes(left + 1);
            left -= bytes.length;
            if (left < 0 || files.size() >= ENTRY_LIMIT) {
                throw Problem.tooLarge(
                        "the zip unpacks to more than " + Call.BODY_LIMIT + " bytes or " + ENTRY_LIMIT + " files");
            }
            files.put(entry.getName(), bytes);
        }
        return files;
    }
}
