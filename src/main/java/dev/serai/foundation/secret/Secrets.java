package dev.serai.foundation.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The secrets of a home, each under a name in {@code config/secrets.properties}: encrypted, so that the file may stand under version control.
 * The file is read anew each time, so that a secret that is set while Serai runs is there for the next deployment.
 */
public final class Secrets {

    /** The file, as findings name it. */
    public static final String FILE = "config/secrets.properties";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String HEADING =
            "# Encrypted values: {{secret:NAME}} stands for one. Set with: serai secret set NAME";

    private final Path home;
    private final Map<String, String> environment;

    /**
     * @param home the folder with {@code config/} and {@code state/}
     * @param environment environment variables, which may hold the key
     */
    public Secrets(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = Map.copyOf(environment);
    }

    /**
     * A secret that cannot be opened.
     *
     * @param line where it stands in the file
     * @param reason why
     */
    public record Closed(int line, SecretException reason) {}

    public SortedSet<String> names() {
        return new TreeSet<>(entries().keySet());
    }

    /**
     * Opens a secret.
     *
     * @throws SecretException when there is none of that name, or its key is not there
     */
    public String value(String name) {
        Entry entry = entries().get(name);
        if (entry == null) {
            throw new SecretException(
                    "there is no secret \"" + name + "\" in " + FILE, "set it with: serai secret set " + name);
        }
        String value = key(name).decrypt(name, entry.text());
        Redaction.keep(value);
        return value;
    }

    /** Every secret that cannot be opened. */
    public List<Closed> closed() {
        List<Closed> closed = new ArrayList<>();
        entries().forEach((name, entry) -> {
            try {
                value(name);
            } catch (SecretException e) {
                closed.add(new Closed(entry.line(), e));
            }
        });
        return closed;
    }

    /**
     * Encrypts a value under a name, over the one it had. The first secret of a home that has no key makes one in {@code state/secret.key}.
     *
     * @return whether a key was made
     * @throws SecretException when the name cannot be used, or the file not be written
     */
    public boolean put(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new SecretException(
                    "\"" + name + "\" cannot be the name of a secret; expected letters, digits, dots, dashes",
                    "choose another, such as orders-db.password");
        }
        Optional<MasterKey> found = MasterKey.find(home, environment);
        if (found.isEmpty() && !entries().isEmpty()) {
            throw noKey(entries().keySet().iterator().next());
        }
        MasterKey key = found.orElseGet(() -> MasterKey.create(home));
        write(name, name + "=" + key.encrypt(name, value));
        return found.isEmpty();
    }

    private MasterKey key(String name) {
        return MasterKey.find(home, environment).orElseThrow(() -> noKey(name));
    }

    private static SecretException noKey(String name) {
        return new SecretException(
                "secret \"" + name + "\" is encrypted, and its key is not here",
                "give it in " + MasterKey.VARIABLE + ", in the file that " + MasterKey.FILE_VARIABLE
                        + " names, or in state/secret.key");
    }

    private void write(String name, String line) {
        List<String> lines = new ArrayList<>(lines());
        Entry entry = entries().get(name);
        if (entry == null) {
            if (lines.isEmpty()) {
                lines.add(HEADING);
            }
            lines.add(line);
        } else {
            lines.set(entry.line() - 1, line);
        }
        try {
            Path file = home.resolve(FILE);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new SecretException(FILE + " cannot be written (" + e + ")", "make it writable", e);
        }
    }

    private record Entry(String text, int line) {}

    private Map<String, Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int equals = line.indexOf('=');
            if (!line.startsWith("#") && equals > 0) {
                entries.put(line.substring(0, equals).strip(), new Entry(line.substring(equals + 1), i + 1));
            }
        }
        return entries;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(home.resolve(FILE));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new SecretException(
                    FILE + " cannot be read (" + e.getClass().getSimpleName() + ")",
                    "make it readable for the user that runs Serai",
                    e);
        }
    }
}
