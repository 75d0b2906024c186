package dev.serai.foundation.configuration;

import java.nio.file.Path;
import org.apache.camel.spi.PropertiesFunction;

/** Lets routes write {@code {{file:/run/secrets/token}}}, as the configuration can. */
public final class FileReference implements PropertiesFunction {

    private final Path home;

    /**
     * @param home the folder that relative paths start from
     */
    public FileReference(Path home) {
        this.home = home;
    }

    @Override
    public String getName() {
        return "file";
    }

    @Override
    public String apply(String path) {
        return References.file(home, path);
    }
}
