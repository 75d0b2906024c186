package dev.serai.runtime;

import dev.serai.foundation.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The home folder: made complete before anything starts, or refused with the reason. */
final class Home {

    private Home() {}

    static void prepare(Settings settings) throws IOException {
        Path home = settings.home();
        if (!Files.isDirectory(home)) {
            throw new IOException("home %s is not a folder; create it, or name another with --home".formatted(home));
        }
        for (Path folder : List.of(settings.state(), settings.routes())) {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new IOException("%s is a file, expected a folder; move the file away".formatted(folder));
            }
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new IOException(
                        "folder %s cannot be made (%s); give the user Serai runs as the right to write in %s"
                                .formatted(folder, e.getClass().getSimpleName(), home),
                        e);
            }
        }
        if (!Files.isWritable(settings.state())) {
            throw new IOException("state folder %s cannot be written; give the user Serai runs as that right"
                    .formatted(settings.state()));
        }
    }
}
