package dev.serai.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.serai.foundation.secret.SecretException;
import dev.serai.foundation.secret.Secrets;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code serai secret set}: encrypt a value, read from the terminal or standard input, never from the command line. */
@Command(
        name = "set",
        header = "Encrypt a value into config/secrets.properties, read from the terminal or standard input.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai secret set orders-db.password",
            "  serai secret set orders-db.password < /run/secrets/password"
        })
final class SecretSetCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "Its name; {{secret:NAME}} stands for the value.")
    private String name = "";

    SecretSetCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String value = value();
        if (value.isEmpty()) {
            throw new CommandException("no value was given for \"" + name + "\"", "type it, or pipe it in");
        }
        session.screen().show(put(value), this::print);
        return ExitCode.FINE;
    }

    /** A running Serai encrypts it with its own key and takes it on record; without one, its next start finds the file changed. */
    private Done put(String value) {
        Optional<RuntimeClient> runtime = session.runningRuntime();
        boolean newKey = runtime.isPresent() ? through(runtime.get(), value) : here(value);
        return new Done(name, Secrets.FILE, "{{secret:" + name + "}}", newKey ? "state/secret.key" : "");
    }

    private boolean through(RuntimeClient runtime, String value) {
        String body = JsonNodeFactory.instance.objectNode().put("value", value).toString();
        return runtime.put("/secrets/" + RuntimeClient.segment(name), body)
                .json()
                .path("newKey")
                .asBoolean();
    }

    private boolean here(String value) {
        try {
            return new Secrets(session.choices().home(), session.environment()).put(name, value);
        } catch (SecretException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e.hint(), e);
        }
    }

    private String value() {
        Console console = System.console();
        if (console == null || !isTerminal(console)) {
            return piped();
        }
        char[] typed = console.readPassword("value of %s: ", name);
        return typed == null ? "" : new String(typed);
    }

    /** From JDK 22 on there is a console also when standard input is a pipe; it tells by a method that older ones lack. */
    private static boolean isTerminal(Console console) {
        try {
            return Runtime.version().feature() < 22
                    || (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String piped() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder();
            for (int c = in.read(); c >= 0; c = in.read()) {
                text.append((char) c);
            }
            return text.toString().stripTrailing();
        } catch (IOException e) {
            throw new CommandException("the value cannot be read: " + e.getMessage(), "pipe it in as UTF-8 text", e);
        }
    }

    private void print(Done done) {
        Screen screen = session.screen();
        screen.line("encrypted in " + done.file() + "; write " + done.reference() + " where the value is needed");
        if (!done.newKey().isEmpty()) {
            screen.line("its key is new: " + done.newKey() + "; keep a copy, and never put it under version control");
        }
    }

    /** The same for programs. */
    record Done(String name, String file, String reference, String newKey) {}
}
