package dev.serai.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a new password: asked for twice on a terminal, else the first line of standard input. Never an argument, which every process could read. */
final class PasswordInput {

    private PasswordInput() {}

    static String read(String user) {
        Console console = System.console();
        return console == null ? firstLine() : asked(console, user);
    }

    private static String asked(Console console, String user) {
        char[] first = entered(console.readPassword("New password of %s: ", user));
        char[] second = entered(console.readPassword("Once more: "));
        try {
            if (!Arrays.equals(first, second)) {
                throw new CommandException("the two passwords differ", "try again");
            }
            return new String(first);
        } finally {
            Arrays.fill(first, ' ');
            Arrays.fill(second, ' ');
        }
    }

    private static char[] entered(char @Nullable [] password) {
        if (password == null) {
            throw missing();
        }
        return password;
    }

    private static String firstLine() {
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            if (line == null || line.isEmpty()) {
                throw missing();
            }
            return line;
        } catch (IOException e) {
            throw new CommandException("the password cannot be read from standard input", "type it on a terminal", e);
        }
    }

    private static CommandException missing() {
        return new CommandException(
                "no password was given", "type it on a terminal, or send it as a line on standard input");
    }
}
