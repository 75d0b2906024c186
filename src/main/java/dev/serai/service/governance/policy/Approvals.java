package dev.serai.service.governance.policy;

import dev.serai.foundation.OwnerFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who approved which content: a file for each content's hash in {@code state/approvals/}, with a name in each line. Who changes a byte of an
 * integration has content that nobody has approved.
 */
public final class Approvals {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BREAKS = Pattern.compile("[\\r\\n]");

    private final Path folder;

    public Approvals(Path folder) {
        this.folder = folder;
    }

    /** The users who approved the content of that hash, by name. */
    public List<String> of(String hash) {
        try {
            return HASH.matcher(hash).matches()
                    ? Files.readAllLines(folder.resolve(hash)).stream()
                            .distinct()
                            .sorted()
                            .toList()
                    : List.of();
        } catch (NoSuchFileException nobody) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the approvals in " + folder + " cannot be read", e);
        }
    }

    /**
     * Notes that a user approves the content of that hash; a second time changes nothing.
     *
     * @return all who have approved it
     */
    public synchronized List<String> approve(String hash, String user) {
        TreeSet<String> names = new TreeSet<>(of(hash));
        names.add(BREAKS.matcher(user).replaceAll(" "));
        try {
            OwnerFile.folder(folder);
            OwnerFile.write(folder.resolve(hash), (String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8));
            return List.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException("the approval cannot be written into " + folder, e);
        }
    }
}
