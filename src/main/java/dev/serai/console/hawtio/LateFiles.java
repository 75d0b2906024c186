package dev.serai.console.hawtio;

import java.net.URI;
import java.net.URL;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** Files of the class path that are looked for only when the first of them is asked for. */
final class LateFiles {

    private final String folder;
    private final String file;
    private final String before;
    private @Nullable Handler files;

    /**
     * @param folder where they are, such as {@code console/}
     * @param file one of them: several places of the class path may have a folder of that name, and only one the files
     * @param before what stands before a file's path in the address that a browser asks for
     */
    LateFiles(String folder, String file, String before) {
        this.folder = folder;
        this.file = file;
        this.before = before;
    }

    /** Empty when there is no such folder. */
    synchronized Optional<Handler> in(Server server) throws Exception {
        URL found = LateFiles.class.getClassLoader().getResource(folder + file);
        if (files == null && found != null) {
            String address = found.toString();
            URL place = URI.create(address.substring(0, address.length() - file.length()))
                    .toURL();
            files = new ClassPathFiles(place, before);
            files.setServer(server);
            files.start();
        }
        return Optional.ofNullable(files);
    }

    synchronized void stop() throws Exception {
        if (files != null) {
            files.stop();
        }
    }
}
