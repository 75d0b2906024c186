package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Runs commands as a person would type them and keeps what they wrote. */
final class CommandLineFixture {

    final FixtureWorkbench workbench = new FixtureWorkbench();
    private final Path home;
    private volatile StringWriter newest = new StringWriter();

    CommandLineFixture(Path home) {
        this.home = home;
    }

    /** What a command wrote, and its exit code. */
    record Ran(int code, String out, String err) {

        Ran isFine() {
            assertThat(code).as(out + err).isZero();
            assertThat(err).isEmpty();
            return this;
        }

        Ran fails(int expected) {
            assertThat(code).as(out + err).isEqualTo(expected);
            return this;
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + out, e);
            }
        }
    }

    /** Runs a command with the fixture's home. */
    Ran run(String... arguments) {
        List<String> words = new ArrayList<>(List.of("--home", home.toString()));
        words.addAll(List.of(arguments));
        return bare(Ansi.OFF, words.toArray(String[]::new));
    }

    /** What the newest command has written so far, also while it runs. */
    String written() {
        return newest.toString();
    }

    Ran bare(Ansi ansi, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        newest = out;
        Cli cli = new Cli(
                () -> workbench,
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of("SERAI_HOME", home.toString()),
                ansi);
        int code = cli.execute(arguments);
        return new Ran(code, out.toString().replace("\r\n", "\n"), err.toString());
    }
}
