package dev.serai.foundation.configuration;

import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.Key;
import dev.serai.foundation.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Environment variables as a layer: {@code SERAI_STORE_URL} sets {@code serai.store.url}. */
final class Environment {

    /** Read by the launcher before any configuration, and the key of the secrets. */
    private static final Set<String> LAUNCHER = Set.of(
            "SERAI_HOME",
            "SERAI_JAVA_OPTS",
            "SERAI_JAVA_HOME",
            "SERAI_OPTS",
            "SERAI_SECRET_KEY",
            "SERAI_SECRET_KEY_FILE");

    /** What Kubernetes adds to a container for every service, here for those whose names begin with serai. */
    private static final Pattern KUBERNETES = Pattern.compile(
            "SERAI_(\\w+_)?SERVICE_(HOST|PORT(_\\w+)?)|SERAI_(\\w+_)?PORT(_\\d+_(TCP|UDP)(_(PROTO|PORT|ADDR))?)?");

    private static final Pattern KUBERNETES_ADDRESS = Pattern.compile("(tcp|udp)://.*");
    private static final String CAMEL_MAIN = "CAMEL_MAIN_";

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The value that the environment has for a key; null when it has none. */
    @Nullable
    ConfiguredValue find(String key) {
        String name = variable(key);
        String value = variables.get(name);
        return value == null || isKubernetes(name, value)
                ? null
                : new ConfiguredValue(ConfigurationLayer.ENVIRONMENT, key, value, "environment variable " + name, 0);
    }

    /**
     * The layer: all of Serai's keys, every {@code CAMEL_MAIN_} variable, and whatever a lower layer has.
     *
     * @param lowerKeys keys of the lower layers, so that {@code ORDERS_INBOX} is seen for {@code orders.inbox}
     */
    Layer layer(Set<String> lowerKeys) {
        Map<String, ConfiguredValue> values = new LinkedHashMap<>();
        Settings.KEYS.forEach(key -> put(values, key.name()));
        lowerKeys.stream().filter(key -> !key.startsWith("serai.")).forEach(key -> put(values, key));
        camelMain(values);
        return new Layer(ConfigurationLayer.ENVIRONMENT, values);
    }

    /** Tells of every {@code SERAI_} variable that sets nothing. */
    void reportUnknown(Consumer<Finding> problems) {
        List<String> known = Settings.KEYS.stream().map(Key::variable).toList();
        new TreeMap<>(variables).forEach((name, value) -> {
            if (name.startsWith("SERAI_") && !known.contains(name) && !isKnownElsewhere(name, value)) {
                problems.accept(Finding.error(
                        "environment variable " + name,
                        0,
                        0,
                        "configuration",
                        "it sets no key of Serai",
                        DidYouMean.hint(name, known)));
            }
        });
    }

    private void put(Map<String, ConfiguredValue> values, String key) {
        ConfiguredValue value = find(key);
        if (value != null) {
            values.put(key, value);
        }
    }

    private void camelMain(Map<String, ConfiguredValue> values) {
        Set<String> taken = values.keySet().stream().map(Environment::variable).collect(Collectors.toSet());
        variables.keySet().stream()
                .filter(name -> name.startsWith(CAMEL_MAIN) && !taken.contains(name))
                .forEach(name -> put(values, camelMainKey(name)));
    }

    private static String camelMainKey(String name) {
        String option = name.substring(CAMEL_MAIN.length()).toLowerCase(Locale.ROOT);
        return "camel.main." + option.replace('_', '-');
    }

    /** The variable of a key: upper case, anything but letters and digits an underscore, camelCase split. */
    static String variable(String key) {
        String split = key.startsWith("camel.") ? key.replaceAll("([a-z0-9])([A-Z])", "$1_$2") : key;
        return split.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static boolean isKnownElsewhere(String name, String value) {
        return LAUNCHER.contains(name) || KUBERNETES.matcher(name).matches() || isKubernetes(name, value);
    }

    /** A service named serai-http gives SERAI_HTTP_PORT=tcp://…, which is no port of ours. */
    private static boolean isKubernetes(String name, String value) {
        return name.endsWith("_PORT") && KUBERNETES_ADDRESS.matcher(value).matches();
    }
}
