package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many small integrations of one kind. */
final class Fleet {

    private Fleet() {}

    static void write(Path home, int size) throws IOException {
        for (int i = 1; i <= size; i++) {
            Files.writeString(
                    home.resolve("routes/fleet-" + i + ".camel.yaml"), Subject.route("/fleet/" + i, "fleet " + i));
        }
    }

    /** Waits until the first and the last answer. */
    static void await(Subject subject, int size) {
        for (int i = 1; i <= size; i++) {
            subject.awaitMillis("/fleet/" + i, "fleet " + i);
        }
    }
}
