package dev.serai.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
final class GlobalOptions {

    private final Map<String, String> environment;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder with routes/ config/ connectors/ transformations/ state/. "
                    + "Default: the environment variable SERAI_HOME, else the current folder.")
    private @Nullable Path home;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "text for people, json for programs. Default: text.")
    private Output output = Output.text;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            scope = ScopeType.INHERIT,
            description = "Port of the integrations' HTTP server; 0 takes any free one. Sets serai.http.port.")
    private @Nullable Integer port;

    @Option(
            names = "--management-port",
            paramLabel = "PORT",
            scope = ScopeType.INHERIT,
            description = "Port of the management API; 0 takes any free one. Sets serai.management.port.")
    private @Nullable Integer managementPort;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            scope = ScopeType.INHERIT,
            description = "A configuration value above all others; may be repeated.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Configuration profile: config/application-NAME.properties is read too.")
    private @Nullable String profile;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("unused") // read by picocli
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show Serai's version.")
    @SuppressWarnings("unused") // read by picocli
    private boolean version;

    GlobalOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    Map<String, String> environment() {
        return environment;
    }

    Output output() {
        return output;
    }

    Choices choices() {
        Map<String, String> overrides = new LinkedHashMap<>(set);
        if (port != null) {
            overrides.put("serai.http.port", port.toString());
        }
        if (managementPort != null) {
            overrides.put("serai.management.port", managementPort.toString());
        }
        return new Choices(home().toAbsolutePath().normalize(), profile, overrides, output);
    }

    private Path home() {
        if (home != null) {
            return home;
        }
        String variable = environment.getOrDefault("SERAI_HOME", "");
        return Path.of(variable.isBlank() ? "" : variable);
    }
}
