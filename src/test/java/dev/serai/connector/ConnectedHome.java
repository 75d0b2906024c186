package dev.serai.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A home folder for what one connector can do beyond the contract. */
public record ConnectedHome(Path path) {

    /** Makes the folders, with the connectors of this distribution. */
    public static ConnectedHome in(Path home) throws IOException {
        for (String folder : List.of("routes", "config/connections", "received")) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.createSymbolicLink(
                home.resolve("connectors"), Path.of("connectors").toAbsolutePath());
        return new ConnectedHome(home);
    }

    /** Writes a file; {@code {{file:NAME}}} in it becomes a reference to a file of the home. */
    public ConnectedHome with(String file, String text) throws IOException {
        Files.writeString(path.resolve(file), text.replace("{{file:", "{{file:" + path + "/"));
        return this;
    }

    /** The lines of a file below {@code received/}; none while it is not there. */
    public List<String> received(String file) throws IOException {
        Path received = path.resolve("received").resolve(file);
        return Files.exists(received) ? Files.readAllLines(received) : List.of();
    }
}
