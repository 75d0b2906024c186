package dev.serai.management.lifecycle.watch;

import java.nio.file.Path;

/**
 * A file or folder in the watched folder that may be an integration.
 *
 * @param name the integration's name: file name up to its DSL ending, or folder name
 * @param source path below the watched folder, with a slash at the end for a folder
 * @param path where it lies
 */
record Unit(String name, String source, Path path) {

    boolean isFolder() {
        return source.endsWith("/");
    }
}
