package dev.serai.foundation.configuration;

import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import dev.serai.foundation.secret.SecretException;
import dev.serai.foundation.secret.Secrets;
import dev.serai.foundation.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the layers of a home folder in one pass. */
final class ConfigurationLoader {

    private static final String PROFILE = Settings.PROFILE.name();
    private static final Pattern PROFILE_FILE = Pattern.compile("application-([\\w.-]+)\\.properties");

    private final Path home;
    private final Map<String, String> variables;
    private final Properties systemProperties;
    private final Map<String, String> sets;
    private final List<Finding> problems = new ArrayList<>();

    ConfigurationLoader(
            Path home, Map<String, String> variables, Properties systemProperties, Map<String, String> sets) {
        this.home = home;
        this.variables = Map.copyOf(variables);
        this.systemProperties = systemProperties;
        this.sets = sets;
    }

    Configuration load(String givenProfile) {
        Environment environment = new Environment(variables);
        Layer commandLine = commandLine(givenProfile);
        List<Layer> layers = new ArrayList<>(List.of(defaults(), commandLine));
        layers.add(file("application.properties", ConfigurationLayer.APPLICATION));
        String profile = profile(layers, environment);
        if (!profile.isEmpty()) {
            layers.add(profileFile(profile));
        }
        environment.reportUnknown(problems::add);
        layers.add(environment.layer(Configuration.keysOf(layers)));
        layers.add(system(Configuration.keysOf(layers)));
        layers.sort(Comparator.comparing(Layer::rank));
        closedSecrets();
        return Configuration.of(home, variables, List.copyOf(layers), problems);
    }

    /** A wrong key is told at the start, not when the first message needs the secret. */
    private void closedSecrets() {
        try {
            for (Secrets.Closed closed : new Secrets(home, variables).closed()) {
                problems.add(secret(closed.line(), closed.reason()));
            }
        } catch (SecretException e) {
            problems.add(secret(0, e));
        }
    }

    private static Finding secret(int line, SecretException e) {
        return Finding.error(Secrets.FILE, line, 0, "secret", String.valueOf(e.getMessage()), e.hint());
    }

    private static Layer defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        Settings.KEYS.forEach(key -> defaults.put(key.name(), key.defaultValue()));
        return Layer.of(ConfigurationLayer.DEFAULTS, defaults, key -> "default");
    }

    private Layer commandLine(String givenProfile) {
        Map<String, String> given = new LinkedHashMap<>(sets);
        if (givenProfile.isEmpty()) {
            return Layer.of(ConfigurationLayer.COMMAND_LINE, given, key -> "--set");
        }
        given.put(PROFILE, givenProfile);
        return Layer.of(ConfigurationLayer.COMMAND_LINE, given, key -> key.equals(PROFILE) ? "--profile" : "--set");
    }

    private Layer file(String name, ConfigurationLayer rank) {
        Path file = home.resolve("config").resolve(name);
        try {
            return PropertiesFile.read("config/" + name, Files.readString(file), rank, problems::add);
        } catch (NoSuchFileException e) {
            return new Layer(rank, Map.of());
        } catch (IOException e) {
            problems.add(Finding.error(
                    "config/" + name,
                    0,
                    0,
                    "configuration",
                    "the file cannot be read as UTF-8 text (" + e.getClass().getSimpleName() + ")",
                    "check its encoding and permissions"));
            return new Layer(rank, Map.of());
        }
    }

    private String profile(List<Layer> layers, Environment environment) {
        Stream<ConfiguredValue> fromJvm = Stream.ofNullable(systemProperties.getProperty(PROFILE))
                .map(value -> new ConfiguredValue(ConfigurationLayer.SYSTEM_PROPERTY, PROFILE, value, "", 0));
        Stream<ConfiguredValue> fromEnvironment = Stream.ofNullable(environment.find(PROFILE));
        return Stream.concat(
                        layers.stream().flatMap(layer -> layer.find(PROFILE).stream()),
                        Stream.concat(fromJvm, fromEnvironment))
                .max(Comparator.comparing(ConfiguredValue::layer))
                .map(ConfiguredValue::value)
                .orElse("");
    }

    private Layer profileFile(String profile) {
        String name = "application-" + profile + ".properties";
        if (!PROFILE_FILE.matcher(name).matches()
                || !Files.exists(home.resolve("config").resolve(name))) {
            Set<String> known = knownProfiles();
            if (!known.contains(profile)) {
                problems.add(unknownProfile(profile, known));
            }
            return new Layer(ConfigurationLayer.PROFILE, Map.of());
        }
        return file(name, ConfigurationLayer.PROFILE);
    }

    private static Finding unknownProfile(String profile, Set<String> known) {
        String hint = DidYouMean.hint(profile, known);
        return Finding.error(
                "config/application-" + profile + ".properties",
                0,
                0,
                "configuration",
                "profile \"" + profile + "\" has no file, neither here nor in an integration",
                !hint.isEmpty() ? hint : known.isEmpty() ? "write the file" : "there are " + String.join(", ", known));
    }

    /** Profiles that config/ or any integration has a file for. */
    private Set<String> knownProfiles() {
        Set<String> profiles = new TreeSet<>(profilesIn(home.resolve("config")));
        listed(home.resolve("routes"))
                .filter(Files::isDirectory)
                .forEach(folder -> profiles.addAll(profilesIn(folder)));
        return profiles;
    }

    private static Set<String> profilesIn(Path folder) {
        return listed(folder)
                .map(file -> PROFILE_FILE.matcher(file.toFile().getName()))
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be listed", e);
        }
    }

    /** System properties count when they set a key of Serai or Camel, or one that a lower layer has. */
    private Layer system(Set<String> lowerKeys) {
        Map<String, String> used = new LinkedHashMap<>();
        for (String name : systemProperties.stringPropertyNames()) {
            if (name.startsWith("serai.") || name.startsWith("camel.") || lowerKeys.contains(name)) {
                used.put(name, systemProperties.getProperty(name));
            }
        }
        return Layer.of(ConfigurationLayer.SYSTEM_PROPERTY, used, key -> "system property -D" + key);
    }
}
