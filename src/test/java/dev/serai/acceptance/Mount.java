package dev.serai.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system mounted on a folder of a test, where the user may do that. */
final class Mount implements AutoCloseable {

    private final Path path;

    private Mount(Path path) {
        this.path = path;
    }

    /** Whether this user may mount, found out by doing it. */
    static boolean isPossible() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("serai-mount");
        try {
            boolean possible = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
            return possible && run("umount", folder.toString()) == 0;
        } catch (IOException e) {
            return false;
        } finally {
            Files.delete(folder);
        }
    }

    static Mount ofSize(Path folder, String size) throws IOException, InterruptedException {
        return mounted(folder, "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
    }

    /** The folder's own content, that cannot be written. */
    static Mount readOnly(Path folder) throws IOException, InterruptedException {
        Mount mount = mounted(folder, "--bind", folder.toString(), folder.toString());
        check(run("mount", "-o", "remount,ro,bind", folder.toString()), folder);
        return mount;
    }

    private static Mount mounted(Path folder, String... options) throws IOException, InterruptedException {
        String[] command = new String[options.length + 1];
        command[0] = "mount";
        System.arraycopy(options, 0, command, 1, options.length);
        check(run(command), folder);
        return new Mount(folder);
    }

    Path path() {
        return path;
    }

    /** Writes until nothing more fits. */
    void fill(Path filler) throws IOException {
        byte[] page = new byte[1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (path.toFile().getUsableSpace() > 0) {
                out.write(page);
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        check(run("umount", path.toString()), path);
    }

    private static void check(int code, Path folder) throws IOException {
        if (code != 0) {
            throw new IOException("mount or umount of " + folder + " ended with " + code);
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
