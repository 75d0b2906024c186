package dev.serai.connector.files;

import dev.serai.connector.Point;
import dev.serai.connector.SystemUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A folder of this machine behind a link, as a mounted drive is, so that it goes and comes in one moment. */
final class Folder implements SystemUnderTest {

    private Path place = Path.of("");

    @Override
    public String connector() {
        return "files";
    }

    @Override
    public void start(Path folder) throws IOException {
        place = folder;
        Files.createDirectories(folder.resolve("drive"));
        Files.createFile(folder.resolve("no-drive"));
        restart();
    }

    /** What stands there instead is no folder: whoever writes cannot make one either. */
    @Override
    public void kill() throws IOException {
        leadsTo("no-drive");
    }

    @Override
    public void restart() throws IOException {
        leadsTo("drive");
    }

    private void leadsTo(String target) throws IOException {
        Path link = Files.createSymbolicLink(place.resolve("next"), place.resolve(target));
        Files.move(link, shared(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path shared() {
        return place.resolve("shared");
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public Map<String, String> parameters() {
        return Map.of("folder", shared().toString());
    }

    @Override
    public Map<String, String> unreachable(int port) {
        return Map.of("folder", place.resolve("no-drive").toString());
    }

    @Override
    public String saysUnreachable(int port) {
        return "no-drive is no folder|Cannot store file: .*/no-drive/";
    }

    @Override
    public String sink(String channel) {
        return channel + "?allowNullBody=true";
    }

    @Override
    public String source(String channel) {
        return channel + "?delete=true&initialDelay=0&delay=100";
    }

    @Override
    public Map<Point, String> limits() {
        return Map.of(
                Point.HEADERS, "a file has a name and no headers",
                Point.CREDENTIALS, "the permissions of the user that runs Serai decide");
    }

    @Override
    public void close() {
        // The folder goes with the test.
    }
}
