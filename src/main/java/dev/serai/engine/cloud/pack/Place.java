package dev.serai.engine.cloud.pack;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the distribution lies. */
final class Place {

    private Place() {}

    /** The folder in which the jar, or the folder of classes, lies that a class comes from. */
    static Path beside(Class<?> type) {
        try {
            Path place = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return place.resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is no path", e);
        }
    }
}
