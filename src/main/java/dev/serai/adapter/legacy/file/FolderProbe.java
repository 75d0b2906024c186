package dev.serai.adapter.legacy.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Asks whether a folder of this machine can be used. One that is not there yet is made when the first file is written, if its parent can be. */
public final class FolderProbe implements Callable<Path> {

    private Path folder = Path.of("");

    public void setFolder(String folder) {
        this.folder = Path.of(folder);
    }

    /** @throws IOException when the folder can neither be used nor made */
    @Override
    public Path call() throws IOException {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new IOException(there + " is no folder; choose another \"folder\", or remove what is there");
        }
        if (!Files.isReadable(there) || !Files.isWritable(there)) {
            throw new IOException(there + " cannot be read and written by " + System.getProperty("user.name")
                    + "; change its owner or permissions");
        }
        return there;
    }
}
