package dev.serai.runtime;

import dev.serai.cli.CommandException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Puts failures of the file system into words: their messages are often only the path. */
final class Reasons {

    private Reasons() {}

    interface Reading<T> {
        T read() throws IOException;
    }

    static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + " does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + " may not be read by this user";
        }
        if (e instanceof NotDirectoryException) {
            return e.getMessage() + " is no folder and no route file";
        }
        return String.valueOf(e.getMessage());
    }

    /** Reads, and tells a failure as a person is told. */
    static <T> T told(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new CommandException(of(e), "check the path", e);
        }
    }
}
