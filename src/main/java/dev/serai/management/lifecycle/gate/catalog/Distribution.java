package dev.serai.management.lifecycle.gate.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.ArtifactModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.tooling.model.EipModel;

/** What Camel knows, and what of it is on this class path or in a pack. Nothing is loaded before it is asked for. */
public final class Distribution {

    private static final String SERVICES = "META-INF/services/org/apache/camel/";
    private static final Map<String, String> FORMATS_BY_LIBRARY = Map.ofEntries(
            Map.entry("json", "jackson"),
            Map.entry("json.jackson", "jackson"),
            Map.entry("json.gson", "gson"),
            Map.entry("json.fastjson", "fastjson"),
            Map.entry("json.jsonb", "jsonb"),
            Map.entry("yaml", "snakeYaml"),
            Map.entry("yaml.snakeyaml", "snakeYaml"),
            Map.entry("avro", "avro"),
            Map.entry("avro.jackson", "avroJackson"),
            Map.entry("protobuf", "protobuf"),
            Map.entry("protobuf.jackson", "protobufJackson"),
            Map.entry("bindy", "bindyCsv"));

    /** Data formats of Serai's own packs, which Camel's catalog does not know. */
    private static final List<String> OWN_FORMATS = List.of("copybook", "edi", "excel");

    private final Predicate<String> packed;
    private final Predicate<String> held;
    private final Lazy<CamelCatalog> catalog = new Lazy<>(Distribution::newCatalog);
    private final Lazy<YamlSchema> yamlSchema = new Lazy<>(YamlSchema::load);
    private final Map<String, Boolean> present = new ConcurrentHashMap<>();
    private final Map<String, Model> models = new ConcurrentHashMap<>();

    /**
     * @param packed whether a pack provides a service such as {@code component/kafka}
     * @param held whether a pack holds a file that every integration can use
     */
    public Distribution(Predicate<String> packed, Predicate<String> held) {
        this.packed = packed;
        this.held = held;
    }

    public CamelCatalog catalog() {
        return catalog.get();
    }

    public YamlSchema yamlSchema() {
        return yamlSchema.get();
    }

    public boolean hasComponent(String scheme) {
        boolean own = OwnComponents.TYPES.containsKey(scheme) && !OwnComponents.OF_CONNECTIONS.contains(scheme);
        return own || has("component/" + scheme);
    }

    public boolean hasLanguage(String language) {
        return has("language/" + languageService(language));
    }

    public boolean hasDataFormat(String name) {
        return has("dataformat/" + name);
    }

    /** The component's description; empty when Camel knows none of that scheme. */
    public Optional<ComponentModel> component(String scheme) {
        return Optional.ofNullable(catalog().componentModel(scheme));
    }

    /** The schemes that an integration can use here. */
    public Set<String> components() {
        Set<String> here = new TreeSet<>(catalog().findComponentNames());
        here.removeIf(scheme -> !hasComponent(scheme));
        return here;
    }

    /** The languages that an integration can use here. */
    public Set<String> languages() {
        return new TreeSet<>(
                catalog().findLanguageNames().stream().filter(this::hasLanguage).toList());
    }

    /** The data formats that an integration can use here. */
    public Set<String> dataFormats() {
        return new TreeSet<>(Stream.concat(catalog().findDataFormatNames().stream(), OWN_FORMATS.stream())
                .filter(this::hasDataFormat)
                .toList());
    }

    /** The name under which Camel finds a data format that a route calls by its element and library. */
    public static String dataFormatName(String element, String library) {
        String byLibrary = FORMATS_BY_LIBRARY.get(element + "." + library.toLowerCase(Locale.ROOT));
        return byLibrary != null ? byLibrary : FORMATS_BY_LIBRARY.getOrDefault(element, element);
    }

    /** What somebody does who wants something that no pack brings. */
    public static String howToAdd(ArtifactModel<?> wanted) {
        return "name " + wanted.getGroupId() + ":" + wanted.getArtifactId() + " in the pack of a connectors/"
                + wanted.getName() + "/connector.yaml and run src/packs/lock " + wanted.getName();
    }

    /** What may stand in an element of the XML DSL; nothing for an element that Camel does not know. */
    public Model model(String element) {
        return models.computeIfAbsent(element, this::readModel);
    }

    /** Whether a service of Camel, such as {@code dataformat/csv}, is on the class path or in a pack. */
    public boolean has(String service) {
        return present.computeIfAbsent(service, path -> resource(SERVICES + path) || packed.test(path));
    }

    /** Whether a class of that name is on the class path, a nested one written with a dot or a dollar sign. */
    public boolean hasClass(String name) {
        String path = name.replace('.', '/');
        while (!path.isEmpty()) {
            if (hasResource(path + ".class")) {
                return true;
            }
            int slash = path.lastIndexOf('/');
            if (slash < 0) {
                return false;
            }
            path = path.substring(0, slash) + "$" + path.substring(slash + 1);
        }
        return false;
    }

    public boolean hasResource(String path) {
        return present.computeIfAbsent("/" + path, key -> resource(path) || held.test(path));
    }

    private static boolean resource(String path) {
        return Distribution.class.getClassLoader().getResource(path) != null;
    }

    private static String languageService(String language) {
        return switch (language) {
            case "method" -> "bean";
            case "java" -> "joor";
            default -> language;
        };
    }

    private Model readModel(String element) {
        EipModel eip = catalog().eipModel(element);
        if (eip == null) {
            return new Model(Set.of(), Set.of());
        }
        Set<String> elements = new LinkedHashSet<>();
        eip.getOptions().stream()
                .filter(option -> !option.getKind().equals("attribute"))
                .forEach(option ->
                        elements.addAll(option.getOneOfs() == null ? List.of(option.getName()) : option.getOneOfs()));
        return new Model(attributes(eip), elements);
    }

    private static Set<String> attributes(EipModel eip) {
        Set<String> names = new LinkedHashSet<>();
        eip.getOptions().stream()
                .filter(option -> option.getKind().equals("attribute"))
                .forEach(option -> names.add(option.getName()));
        return names;
    }

    private static CamelCatalog newCatalog() {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog(true);
        catalog.setSuggestionStrategy(null);
        catalog.setJSonSchemaResolver(new OwnComponents(catalog));
        OwnComponents.TYPES.forEach(catalog::addComponent);
        return catalog;
    }
}
