package dev.serai.foundation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The content of an integration, read once into memory; everything after the watcher works on it alone. */
public final class Bundle {

    private final String name;
    private final String source;
    private final SortedMap<String, byte[]> files;
    private final String hash;

    /**
     * @param name the integration's name
     * @param source the file or folder below {@code routes/}: {@code greet.camel.yaml}, or {@code orders/} with a slash
     * @param files content by path within the integration, separated by {@code /}
     */
    public Bundle(String name, String source, Map<String, byte[]> files) {
        this.name = name;
        this.source = source;
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.hash = hashOf(this.files);
    }

    public String name() {
        return name;
    }

    public String source() {
        return source;
    }

    public boolean isFolder() {
        return source.endsWith("/");
    }

    /** Paths of the files, sorted. */
    public Set<String> paths() {
        return files.keySet();
    }

    public boolean contains(String path) {
        return files.containsKey(path);
    }

    /** The bytes of a file that is in {@link #paths()}; callers do not change them. */
    public byte[] bytes(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException(
                    "integration " + name + " has no file " + path + "; it has " + files.keySet());
        }
        return bytes;
    }

    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    public SortedMap<String, byte[]> files() {
        return files;
    }

    /** SHA-256 over paths and contents, lower-case hex. */
    public String hash() {
        return hash;
    }

    /** The path that findings show: relative to the home folder, such as {@code routes/orders/beans.yaml}. */
    public String place(String path) {
        return "routes/" + (isFolder() ? source : "") + path;
    }

    /** The place of the whole: {@code routes/orders/} or {@code routes/greet.camel.yaml}. */
    public String place() {
        return "routes/" + source;
    }

    @Override
    public String toString() {
        return name + " (" + source + ", " + hash.substring(0, 12) + ")";
    }

    private static String hashOf(SortedMap<String, byte[]> files) {
        MessageDigest digest = sha256();
        files.forEach((path, bytes) -> {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(name.length).array());
            digest.update(name);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
