package dev.serai.runtime;

import dev.serai.foundation.OwnerFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds which keys and connections changed since the last start. It remembers salted hashes, never values. */
final class ConfigurationChanges {

    private static final String SALT = "salt";
    /** Between the file and the key. */
    private static final char BAR = '|';

    private final Path config;
    private final Path memory;

    /**
     * @param config the folder with the properties files and {@code connections/}
     * @param memory the file that remembers
     */
    ConfigurationChanges(Path config, Path memory) {
        this.config = config;
        this.memory = memory;
    }

    /**
     * A file that changed.
     *
     * @param action {@code configuration.change} or {@code connection.change}
     * @param subject the file, or the connection
     * @param detail which keys; never values
     */
    record Change(String action, String subject, String detail) {}

    /** What changed; nothing at the first start. */
    List<Change> sinceLastStart() throws IOException {
        Properties before = remembered();
        String salt = before.getProperty(SALT, "");
        if (salt.isEmpty()) {
            remember(now(newSalt()));
            return List.of();
        }
        Properties after = now(salt);
        List<Change> changes = changes(before, after);
        if (!changes.isEmpty()) {
            remember(after);
        }
        return changes;
    }

    /** Remembers the connections as they are now: their changes were told when they happened. */
    void rememberConnections() throws IOException {
        Properties remembered = remembered();
        String salt = remembered.getProperty(SALT, "");
        if (salt.isEmpty()) {
            return;
        }
        remembered.stringPropertyNames().stream()
                .filter(ConfigurationChanges::isConnection)
                .forEach(remembered::remove);
        Properties now = now(salt);
        now.stringPropertyNames().stream()
                .filter(ConfigurationChanges::isConnection)
                .forEach(name -> remembered.setProperty(name, now.getProperty(name)));
        remember(remembered);
    }

    private static boolean isConnection(String name) {
        return name.startsWith("connections/");
    }

    private static List<Change> changes(Properties before, Properties after) {
        Set<String> names = new TreeSet<>(before.stringPropertyNames());
        names.addAll(after.stringPropertyNames());
        names.remove(SALT);
        SortedMap<String, List<String>> byFile = new TreeMap<>();
        for (String name : names) {
            String was = before.getProperty(name);
            String is = after.getProperty(name);
            if (was == null || !was.equals(is)) {
                String word = was == null ? "added" : is == null ? "removed" : "changed";
                byFile.computeIfAbsent(name.substring(0, name.indexOf(BAR)), file -> new ArrayList<>())
                        .add((word + " " + name.substring(name.indexOf(BAR) + 1)).strip());
            }
        }
        return byFile.entrySet().stream().map(ConfigurationChanges::change).toList();
    }

    private static Change change(Map.Entry<String, List<String>> file) {
        String name = file.getKey();
        String detail = String.join(", ", file.getValue());
        return name.startsWith("connections/")
                ? new Change("connection.change", name.replaceAll("connections/|\\.yaml", ""), detail)
                : new Change("configuration.change", "config/" + name, detail);
    }

    private Properties now(String salt) throws IOException {
        Properties now = new Properties();
        now.setProperty(SALT, salt);
        for (Path file : files(config, ".properties")) {
            Properties keys = new Properties();
            keys.load(
                    new InputStreamReader(new ByteArrayInputStream(Files.readAllBytes(file)), StandardCharsets.UTF_8));
            keys.stringPropertyNames()
                    .forEach(key -> now.setProperty(
                            file.toFile().getName() + BAR + key, hash(salt, bytes(keys.getProperty(key)))));
        }
        for (Path file : files(config.resolve("connections"), ".yaml")) {
            String name = "connections/" + file.toFile().getName();
            now.setProperty(name + BAR, hash(salt, Files.readAllBytes(file)));
        }
        return now;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private Properties remembered() throws IOException {
        Properties remembered = new Properties();
        try {
            remembered.load(new ByteArrayInputStream(Files.readAllBytes(memory)));
        } catch (NoSuchFileException firstStart) {
            return new Properties();
        }
        return remembered;
    }

    private void remember(Properties now) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        now.store(out, "Salted hashes of the configuration at the last start, to tell which keys changed");
        OwnerFile.write(memory, out.toByteArray());
    }

    private static String newSalt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(String salt, byte[] value) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes(salt));
            return HexFormat.of().formatHex(sha.digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
