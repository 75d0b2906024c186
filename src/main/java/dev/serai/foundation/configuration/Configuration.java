package dev.serai.foundation.configuration;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.ConfigurationLayer;
import dev.serai.foundation.ConfigurationValues;
import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.Finding;
import dev.serai.foundation.secret.RedactedBeans;
import dev.serai.foundation.secret.RedactedDumps;
import dev.serai.foundation.secret.Redaction;
import dev.serai.foundation.secret.SecretUris;
import dev.serai.foundation.secret.Secrets;
import dev.serai.foundation.secret.SensitiveName;
import dev.serai.foundation.settings.Key;
import dev.serai.foundation.settings.Settings;
import dev.serai.foundation.settings.Values;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.util.URISupport;

/**
 * The layered configuration: every value with its place, checked as a whole before anything starts. Objects do not change.
 *
 * <p>Layers, lowest first, are those of {@link ConfigurationLayer}.
 */
public final class Configuration {

    /** The check that finds a line of a properties file which cannot be read at all. */
    public static final String UNREADABLE_LINE = "properties-line";

    private static final String MASK = "••••";

    private final Path home;
    private final Environment environment;
    private final Map<String, String> variables;
    private final List<Layer> layers;
    private final Map<Key<?>, Object> values;
    private final List<Finding> findings;

    private Configuration(
            Path home,
            Map<String, String> variables,
            List<Layer> layers,
            Map<Key<?>, Object> values,
            List<Finding> findings) {
        this.home = home;
        this.variables = variables;
        this.environment = new Environment(variables);
        this.layers = layers;
        this.values = values;
        this.findings = findings;
    }

    /**
     * Reads all layers.
     *
     * @param home the folder with {@code config/}
     * @param profile name of the profile; empty for the one that {@code serai.profile} names, if any
     * @param environment environment variables, usually {@code System.getenv()}
     * @param systemProperties usually {@code System.getProperties()}; only those that set a known key are used
     * @param sets what {@code --set} gave, by key
     * @throws ConfigurationException with everything that is wrong, when anything is
     */
    public static Configuration load(
            Path home,
            String profile,
            Map<String, String> environment,
            Properties systemProperties,
            Map<String, String> sets) {
        return read(home, profile, environment, systemProperties, sets).checked();
    }

    /**
     * Reads all layers as {@link #load} does, and keeps what is wrong in {@link #findings}, so that it can be told together with what
     * is wrong elsewhere. The settings of such a configuration cannot be asked for.
     */
    public static Configuration read(
            Path home,
            String profile,
            Map<String, String> environment,
            Properties systemProperties,
            Map<String, String> sets) {
        return new ConfigurationLoader(home.toAbsolutePath().normalize(), environment, systemProperties, sets)
                .load(profile);
    }

    /**
     * Begins a layer in Java code.
     *
     * <pre>{@code
     * ConfigurationValues values = Configuration.layer(ConfigurationLayer.INTEGRATION).set("greeting", "Hello");
     * }</pre>
     */
    public static ConfigurationValues layer(ConfigurationLayer layer) {
        return new ConfigurationValues(layer, Map.of());
    }

    /** Checks the layers together, and makes the configuration of them. */
    static Configuration of(Path home, Map<String, String> variables, List<Layer> layers, List<Finding> problems) {
        Configuration raw = new Configuration(home, variables, layers, Map.of(), List.of());
        List<Finding> found = new ArrayList<>(problems);
        Map<Key<?>, Object> values = new Inspection(raw.references(), found::add).inspect(layers);
        return new Configuration(home, variables, layers, values, List.copyOf(found));
    }

    /** What is wrong with it; empty for every configuration that {@link #load} gave. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * @throws ConfigurationException when anything is wrong
     */
    public Configuration checked() {
        ConfigurationException.throwIfAny(findings);
        return this;
    }

    /**
     * This configuration with values from Java code; they win within their layer.
     *
     * @throws ConfigurationException when a {@code serai.} key among them is unknown or its value wrong
     */
    public Configuration with(ConfigurationValues added) {
        return with(List.of(Layer.of(added.layer(), added.values(), key -> "Java")), List.of());
    }

    /**
     * This configuration as an integration sees it: with its own {@code application.properties} and profile file.
     *
     * @throws ConfigurationException when a {@code serai.} key there is unknown, wrong, or not for integrations
     */
    public Configuration forIntegration(Bundle bundle) {
        List<Finding> problems = new ArrayList<>();
        List<Layer> own = new ArrayList<>();
        for (String path : ownFiles()) {
            if (bundle.contains(path)) {
                own.add(PropertiesFile.read(
                        bundle.place(path), bundle.text(path), ConfigurationLayer.INTEGRATION, problems::add));
            }
        }
        return with(own, problems);
    }

    /** What can be set, read and checked; for an integration's configuration its own retry settings. */
    public Settings settings() {
        return Settings.from(home, values());
    }

    /** The values of Serai's keys. */
    public Values values() {
        return Inspection.reader(values);
    }

    /** The profile; empty when there is none. */
    public String profile() {
        return values().get(Settings.PROFILE);
    }

    /** What the routes of an integration see: {@link #properties} with its own, and its name as {@code serai.integration}. */
    public SortedMap<String, String> propertiesFor(Bundle bundle) {
        Configuration own = forIntegration(bundle);
        SortedMap<String, String> properties = own.properties();
        properties.put("serai.integration", bundle.name());
        properties.forEach(own::keepSecret);
        return properties;
    }

    /** What a key whose name says so holds is kept out of what is shown; a reference that leads nowhere is told by whoever uses it. */
    private void keepSecret(String key, String text) {
        if (!SensitiveName.says(key) || Vaults.areIn(text)) {
            return;
        }
        try {
            Redaction.keep(resolve(text));
        } catch (UnresolvedReferenceException toldWhereItIsUsed) {
            Redaction.keep(text);
        }
    }

    /**
     * Every key but Serai's own with the value that wins, and {@code serai.home}. References to variables, files and other keys
     * are left for Camel to resolve when they are used.
     */
    public SortedMap<String, String> properties() {
        SortedMap<String, String> properties = new TreeMap<>();
        layers.forEach(layer -> layer.values().forEach((key, value) -> properties.put(key, value.value())));
        properties.keySet().removeIf(key -> key.startsWith("serai."));
        properties.put("serai.home", home.toString());
        return properties;
    }

    /**
     * Where the value of a key comes from.
     *
     * @throws IllegalArgumentException for a {@code serai.} key that does not exist
     */
    public Explanation explain(String key) {
        if (key.startsWith("serai.") && !Inspection.names().contains(key)) {
            throw new IllegalArgumentException("key \"" + key + "\" is unknown; "
                    + DidYouMean.nearest(key, Inspection.names())
                            .map(name -> "did you mean \"" + name + "\"?")
                            .orElse("src/docs/configuration.md lists all keys"));
        }
        List<ConfiguredValue> found = layers.stream()
                .flatMap(layer -> find(layer, key).stream())
                .map(Configuration::masked)
                .toList();
        return new Explanation(key, Inspection.meaning(key), found);
    }

    /**
     * Resolves the references in a text.
     *
     * @throws UnresolvedReferenceException when one leads nowhere
     */
    public String resolve(String text) {
        return references().resolve(text);
    }

    /**
     * Resolves the references in a text where a context runs, so that it may refer to a vault too.
     *
     * @throws UnresolvedReferenceException when one leads nowhere
     */
    public String resolve(String text, CamelContext context) {
        return references().resolve(Vaults.resolve(text, context));
    }

    /** Whether a text refers to a vault, so that only a running context can resolve it. */
    public static boolean needsVault(String text) {
        return Vaults.areIn(text);
    }

    /** The encrypted values of this home. */
    public Secrets secrets() {
        return new Secrets(home, variables);
    }

    /**
     * Lets a context read its placeholders as this configuration does: with {@code {{file:…}}}, and with the layers deciding. Camel by
     * itself would put a variable of the environment over everything, {@code --set} included.
     */
    public void attach(CamelContext context) {
        org.apache.camel.spi.PropertiesComponent properties = context.getPropertiesComponent();
        properties.addPropertiesFunction(new FileReference(home));
        properties.addPropertiesFunction(new SecretReference(secrets(), context));
        properties.addPropertiesFunction(new VariableReference());
        Vaults.functions(context).forEach(properties::addPropertiesFunction);
        context.getCamelContextExtension().registerEndpointCallback(new SecretUris());
        RedactedDumps.attach(context);
        RedactedBeans.attach(context);
        if (context.getPropertiesComponent() instanceof PropertiesComponent lookup) {
            lookup.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_FALLBACK);
            lookup.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_FALLBACK);
        }
    }

    public Path home() {
        return home;
    }

    private Configuration with(List<Layer> added, List<Finding> problems) {
        List<Layer> all = new ArrayList<>(layers);
        all.removeIf(layer -> layer.rank() == ConfigurationLayer.ENVIRONMENT);
        all.addAll(added);
        all.add(environment.layer(keysOf(all)));
        all.sort(Comparator.comparing(Layer::rank));
        return of(home, variables, List.copyOf(all), problems).checked();
    }

    private List<String> ownFiles() {
        String profile = profile();
        return profile.isEmpty()
                ? List.of("application.properties")
                : List.of("application.properties", "application-" + profile + ".properties");
    }

    private References references() {
        return new References(home, variables, this::raw);
    }

    private Optional<String> raw(String key) {
        if (key.equals("serai.home")) {
            return Optional.of(home.toString());
        }
        Optional<String> value = Optional.empty();
        for (Layer layer : layers) {
            Optional<ConfiguredValue> found = find(layer, key);
            value = found.isPresent() ? found.map(ConfiguredValue::value) : value;
        }
        return value;
    }

    /** The environment knows more keys than its layer lists: those that no other layer has. */
    private Optional<ConfiguredValue> find(Layer layer, String key) {
        Optional<ConfiguredValue> listed = layer.find(key);
        return listed.isEmpty() && layer.rank() == ConfigurationLayer.ENVIRONMENT
                ? Optional.ofNullable(environment.find(key))
                : listed;
    }

    static Set<String> keysOf(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.values().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ConfiguredValue masked(ConfiguredValue value) {
        boolean secret = Inspection.isSecret(value.key()) || SensitiveName.says(value.key());
        boolean refers = References.REFERENCE.matcher(value.value()).matches();
        String shown = secret && !refers && !value.value().isEmpty() ? MASK : URISupport.sanitizeUri(value.value());
        return new ConfiguredValue(value.layer(), value.key(), shown, value.source(), value.line());
    }
}
