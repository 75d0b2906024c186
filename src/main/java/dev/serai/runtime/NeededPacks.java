package dev.serai.runtime;

import dev.serai.engine.cloud.connection.Connections;
import dev.serai.engine.cloud.pack.Packs;
import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.foundation.settings.PackSettings;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.deploy.ContextFactory;
import dev.serai.management.lifecycle.gate.Candidate;
import dev.serai.management.lifecycle.gate.Libraries;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;

/**
 * The packs whose classes the Java files of an integration see: those of the connections and schemes that it names, and those that
 * {@code serai.packs} asks for.
 */
final class NeededPacks implements Libraries {

    private static final Pattern URI_IN_JAVA = Pattern.compile("\"([a-z][a-z0-9-]*):");

    private final Connections connections;
    private final Supplier<Landscape> landscape;

    /** @param landscape what an integration sees around it when it is started */
    NeededPacks(Connections connections, Supplier<Landscape> landscape) {
        this.connections = connections;
        this.landscape = landscape;
    }

    private Packs packs() {
        return connections.packs();
    }

    @Override
    public boolean provide(String service) {
        return packs().providing(service).isPresent();
    }

    @Override
    public boolean hold(String resource) {
        return packs().kamelets(resource);
    }

    @Override
    public List<Path> of(Candidate candidate) {
        return names(candidate).stream()
                .flatMap(name -> packs().jars(name).stream())
                .distinct()
                .toList();
    }

    @Override
    public void lend(CamelContext context) {
        packs().attachAlone(context);
    }

    /** Packs that are asked for and not there. */
    List<Finding> unknown(Candidate candidate) {
        return asked(candidate).stream()
                .filter(name -> !packs().names().contains(name))
                .map(name -> Finding.error(
                        candidate.bundle().place(),
                        0,
                        0,
                        "packs",
                        "serai.packs asks for \"" + name + "\", which is no pack",
                        hint(name)))
                .toList();
    }

    private String hint(String name) {
        String near = DidYouMean.hint(name, packs().names());
        return near.isEmpty() ? "there are " + String.join(", ", packs().names()) : near;
    }

    /** Lets the classes of an integration see their packs before the first of them is loaded. */
    void attach(CamelContext context, ContextFactory.Content content) {
        if (!content.classes().byName().isEmpty() || content.properties().containsKey(PackSettings.NAMES.name())) {
            names(new Candidate(content.bundle(), landscape.get())).forEach(name -> packs().use(name, context));
        }
    }

    private Set<String> names(Candidate candidate) {
        Set<String> schemes = new TreeSet<>();
        candidate.endpoints().forEach(endpoint -> schemes.add(endpoint.scheme()));
        for (String java : candidate.sources().texts(FileRole.JAVA).values()) {
            for (Matcher uri = URI_IN_JAVA.matcher(java); uri.find(); ) {
                schemes.add(uri.group(1));
            }
        }
        Set<String> names = new TreeSet<>(asked(candidate));
        schemes.forEach(scheme -> pack(scheme).ifPresent(names::add));
        return names;
    }

    private static List<String> asked(Candidate candidate) {
        Map<String, String> properties = candidate.properties();
        return PackSettings.of(properties.getOrDefault(PackSettings.NAMES.name(), ""))
                .names();
    }

    private Optional<String> pack(String scheme) {
        return connections.connector(scheme).or(() -> packs().providing("component/" + scheme));
    }
}
