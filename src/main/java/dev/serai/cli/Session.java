package dev.serai.cli;

import dev.serai.console.RuntimeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a command has at hand once the command line is read: its choices, the screen, the running Serai, the workbench. */
final class Session {

    private final GlobalOptions options;
    private final Supplier<Workbench> workbench;
    private final Supplier<Screen> screen;

    Session(GlobalOptions options, Supplier<Workbench> workbench, Supplier<Screen> screen) {
        this.options = options;
        this.workbench = workbench;
        this.screen = screen;
    }

    Choices choices() {
        return options.choices();
    }

    /** The process's environment variables. */
    Map<String, String> environment() {
        return options.environment();
    }

    Screen screen() {
        return screen.get();
    }

    Workbench workbench() {
        return workbench.get();
    }

    /** The running Serai of the home; without one the command fails. */
    RuntimeClient runtime() {
        return runningRuntime()
                .orElseThrow(() -> new CommandException(
                        "no Serai runs with the home " + choices().home(),
                        "start it with: serai run --home " + choices().home()));
    }

    /** The running Serai of the home, if one runs; a file that a killed runtime left behind counts for nothing. */
    Optional<RuntimeClient> runningRuntime() {
        Path home = choices().home();
        try {
            return RuntimeFile.read(home.resolve("state"))
                    .filter(RuntimeFile::isAlive)
                    .map(file -> new RuntimeClient(home, file));
        } catch (IOException e) {
            throw new CommandException(
                    "the file that tells where Serai runs cannot be read: " + e.getMessage(),
                    "only the user who started the runtime can ask it",
                    e);
        }
    }
}
