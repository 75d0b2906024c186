package dev.serai.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a document between the lines {@code <!-- generated: NAME -->} and {@code <!-- end -->}. With the environment variable
 * {@code UPDATE_DOCS=true} a test run writes it anew.
 */
final class GeneratedPart {

    private final Path file;
    private final String begin;

    GeneratedPart(String file, String name) {
        this.file = Path.of(file);
        this.begin = "<!-- generated: " + name + " -->\n";
    }

    /** What stands there now; after an update, what was to stand there. */
    String checkedAgainst(String wanted) throws IOException {
        String text = Files.readString(file);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end -->", from);
        if (from < begin.length() || to < 0) {
            throw new IllegalStateException(file + " has no part between " + begin.trim() + " and <!-- end -->");
        }
        if (!"true".equals(System.getenv("UPDATE_DOCS"))) {
            return text.substring(from, to);
        }
        Files.writeString(file, text.substring(0, from) + wanted + text.substring(to));
        return wanted;
    }
}
