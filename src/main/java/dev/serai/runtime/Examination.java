package dev.serai.runtime;

import dev.serai.cli.Choices;
import dev.serai.cli.CommandException;
import dev.serai.cli.Diagnosis;
import dev.serai.cli.Diagnosis.Grade;
import dev.serai.console.RuntimeFile;
import dev.serai.engine.cloud.connection.Connections;
import dev.serai.foundation.Connection;
import dev.serai.foundation.configuration.Configuration;
import dev.serai.foundation.configuration.ConfigurationException;
import dev.serai.foundation.settings.Settings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;

/** {@code serai doctor}: looks at everything Serai needs to run well. */
final class Examination {

    private static final int VIRTUAL_THREADS_SINCE = 21;
    private static final long LITTLE_SPACE = 200L * 1024 * 1024;

    private final Choices choices;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    Examination(Choices choices) {
        this.choices = choices;
    }

    List<Diagnosis> run() {
        java();
        archive();
        folders();
        configured();
        return diagnoses;
    }

    private void java() {
        int feature = Runtime.version().feature();
        ok("JDK", System.getProperty("java.home") + ", " + Runtime.version());
        if (feature >= VIRTUAL_THREADS_SINCE) {
            ok("virtual threads", "on");
        } else {
            warn(
                    "virtual threads",
                    "JDK " + feature + " has none",
                    "install a JDK from 21 up to hold 10,000 blocked requests");
        }
        if (ToolProvider.getSystemJavaCompiler() == null) {
            warn("compiler", "this Java has none", "Java files in integrations need a JDK, not a JRE");
        } else {
            ok("compiler", "present, for Java files in integrations");
        }
    }

    private void archive() {
        Optional<String> option = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument ->
                        argument.startsWith("-XX:AOTCache=") || argument.startsWith("-XX:SharedArchiveFile="))
                .findFirst();
        option.ifPresentOrElse(
                given -> ok("archive", given.substring(given.indexOf('=') + 1)),
                () -> warn("archive", "none is used", "start with ./serai, which makes one"));
    }

    private void folders() {
        Path home = choices.home();
        if (!Files.isDirectory(home)) {
            error("home", home + " is not a folder", "create it, or name another with --home");
            return;
        }
        ok("home", home.toString());
        Path state = home.resolve("state");
        Path writable = Files.exists(state) ? state : home;
        if (!Files.isWritable(writable)) {
            error("state", writable + " cannot be written", "give the user Serai runs as that right");
            return;
        }
        space(writable);
    }

    private void space(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String told = free / (1024 * 1024) + " MB free";
            if (free < LITTLE_SPACE) {
                warn("state", told, "make room: versions, events and dead letters are kept there");
            } else {
                ok("state", told);
            }
        } catch (IOException e) {
            warn("state", "free space is not told: " + e.getMessage(), "");
        }
    }

    private void configured() {
        try {
            Configuration configuration = RunLoop.configuration(choices);
            ok("configuration", "no mistakes found");
            Validity validity = new Validity(Instant.now());
            diagnoses.addAll(new PortCertificates(validity).of(Tls.read(configuration), configuration.settings()));
            connections(configuration, validity);
            running(configuration.settings());
        } catch (CommandException e) {
            error("configuration", String.valueOf(e.getMessage()), e.hint());
        } catch (ConfigurationException e) {
            error("connections", String.valueOf(e.getMessage()), "correct the file");
        }
    }

    private void connections(Configuration configuration, Validity validity) {
        try (Connections connections = Connections.load(configuration)) {
            ok("connections", connections.all().size() + " configured");
            for (Connection one : connections.all()) {
                diagnoses.addAll(new ConnectionCertificates(validity, one).look(configuration::resolve));
            }
        }
    }

    private void running(Settings settings) {
        Optional<RuntimeFile> file = Reasons.told(() -> RuntimeFile.read(settings.state()));
        if (file.filter(RuntimeFile::isAlive).isPresent()) {
            ok(
                    "runtime",
                    "runs as process " + file.get().pid() + ", " + file.get().managementUrl());
            return;
        }
        ok("runtime", file.isPresent() ? "none; the last one did not stop cleanly" : "none runs on this home");
        port("HTTP port", settings.http().host(), settings.http().port(), "--port");
        port(
                "management port",
                settings.management().host(),
                settings.management().port(),
                "--management-port");
    }

    private void port(String subject, String host, int port, String option) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
            ok(subject, socket.getLocalPort() + " is free");
        } catch (IOException e) {
            error(subject, port + " cannot be opened: " + e.getMessage(), "free it, or choose another with " + option);
        }
    }

    private void ok(String subject, String message) {
        diagnoses.add(new Diagnosis(subject, Grade.OK, message, ""));
    }

    private void warn(String subject, String message, String hint) {
        diagnoses.add(new Diagnosis(subject, Grade.WARNING, message, hint));
    }

    private void error(String subject, String message, String hint) {
        diagnoses.add(new Diagnosis(subject, Grade.ERROR, message, hint));
    }
}
