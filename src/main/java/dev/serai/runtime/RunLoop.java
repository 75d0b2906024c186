package dev.serai.runtime;

import dev.serai.cli.Choices;
import dev.serai.cli.CommandException;
import dev.serai.console.ManagementPortException;
import dev.serai.engine.database.StoreException;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code serai run}: starts, says what runs, waits for the end, drains and stops. */
final class RunLoop {

    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);

    private final Choices choices;

    RunLoop(Choices choices) {
        this.choices = choices;
    }

    /** The configuration of a home, without mistakes. */
    static Configuration configuration(Choices choices) {
        try {
            return read(choices).checked();
        } catch (ConfigurationException e) {
            throw refused(e);
        }
    }

    private static Configuration read(Choices choices) {
        String profile = choices.profile();
        return Configuration.read(
                choices.home(),
                profile == null ? "" : profile,
                System.getenv(),
                System.getProperties(),
                choices.overrides());
    }

    private static CommandException refused(ConfigurationException e) {
        return new CommandException(String.valueOf(e.getMessage()), "correct all of it, nothing was started", e);
    }

    int run() {
        SeraiRuntime serai = start();
        Thread onSignal = new Thread(serai::close, "serai stop");
        Runtime.getRuntime().addShutdownHook(onSignal);
        Welcome.print(serai, choices.output());
        try {
            serai.awaitStopWish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("stopping");
        Runtime.getRuntime().removeShutdownHook(onSignal);
        serai.close();
        return 0;
    }

    private SeraiRuntime start() {
        try {
            return SeraiRuntime.start(read(choices));
        } catch (ConfigurationException e) {
            throw refused(e);
        } catch (StoreException | ManagementPortException | IOException e) {
            throw new CommandException(String.valueOf(e.getMessage()), "", e);
        }
    }
}
