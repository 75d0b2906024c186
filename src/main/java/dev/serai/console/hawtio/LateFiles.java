package dev.serai.console.hawtio;

import java.net.URL;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/** Files of the class path that are looked for only when the first of them is asked for. */
final class LateFiles {

    private final String folder;
    private final String before;
    private @Nullable Handler files;

    LateFiles(String folder, String before) {
        this.folder = folder;
        this.before = before;
    }

    /** Empty when there is no such folder. */
    synchronized Optional<Handler> in(Server server) throws Exception {
        URL found = LateFiles.class.getClassLoader().getResource(folder);
        if (files == null && found != null) {
            files = new ClassPathFiles(found, before);
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
