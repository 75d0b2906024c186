package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.Bundle;
import dev.serai.foundation.FileRole;
import dev.serai.foundation.Finding;
import dev.serai.foundation.Metadata;
import dev.serai.management.lifecycle.Claim;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.Landscape;
import dev.serai.management.lifecycle.gate.catalog.Distribution;
import dev.serai.management.lifecycle.gate.catalog.Lazy;
import dev.serai.management.lifecycle.gate.source.Endpoint;
import dev.serai.management.lifecycle.gate.source.Placeholders;
import dev.serai.management.lifecycle.gate.source.PropertyLine;
import dev.serai.management.lifecycle.gate.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A bundle on its way through the gate, with everything that is parsed of it once. */
public final class Candidate {

    private final Bundle bundle;
    private final Landscape landscape;
    private final Distribution distribution;
    private final Lazy<Sources> sources;
    private final Lazy<Map<String, String>> properties;
    private final Lazy<Placeholders> placeholders;
    private final Lazy<List<Endpoint>> endpoints;
    private final Lazy<Set<String>> beans;
    private final Lazy<List<Claim>> claims;
    private final Lazy<MetadataFile> metadata;
    private final Lazy<ClassFiles> libraries;
    private final Lazy<Compilation> compilation;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param bundle its content
     * @param landscape what it is checked against
     */
    public Candidate(Bundle bundle, Landscape landscape) {
        this(
                bundle,
                landscape,
                new Distribution(service -> false, resource -> false),
                new JavaSources(),
                Libraries.NONE);
    }

    Candidate(
            Bundle bundle, Landscape landscape, Distribution distribution, JavaSources compiler, Libraries libraries) {
        this.bundle = bundle;
        this.landscape = landscape;
        this.distribution = distribution;
        this.sources = new Lazy<>(() -> Sources.read(bundle, distribution));
        this.properties = new Lazy<>(this::readProperties);
        this.placeholders = new Lazy<>(() -> new Placeholders(properties()));
        this.endpoints =
                new Lazy<>(() -> sources().elements().flatMap(Endpoint::of).toList());
        this.beans = new Lazy<>(() -> sources().beans(properties()));
        this.claims = new Lazy<>(() -> new Claims(this).all());
        this.metadata = new Lazy<>(() -> MetadataFile.read(this));
        this.libraries = new Lazy<>(() -> new ClassFiles(libraries.of(this)));
        this.compilation = new Lazy<>(() -> compiler.compile(this));
    }

    public Bundle bundle() {
        return bundle;
    }

    public Landscape landscape() {
        return landscape;
    }

    /** What Camel knows, and what of it is here. */
    public Distribution distribution() {
        return distribution;
    }

    public Sources sources() {
        return sources.get();
    }

    /** The properties the integration sees: its own above those of the landscape. */
    public Map<String, String> properties() {
        return properties.get();
    }

    public Placeholders placeholders() {
        return placeholders.get();
    }

    public List<Endpoint> endpoints() {
        return endpoints.get();
    }

    /** The names of the beans that the bundle declares. */
    public Set<String> beans() {
        return beans.get();
    }

    public List<Claim> claims() {
        return claims.get();
    }

    public Metadata metadata() {
        return metadata.get().metadata();
    }

    /** The bundle's Java classes; none when they do not compile. */
    public CompiledClasses classes() {
        return compilation.get().classes();
    }

    /** Whether a check that ran before has found an error: a check that would run the routes has then nothing to run. */
    public boolean isRefused() {
        return findings.stream().anyMatch(Finding::refuses);
    }

    /** Whether a class of that name, a nested one written with a dot or a dollar sign, is there for the bundle, its own aside. */
    boolean seesClass(String name) {
        return distribution.hasClass(name) || libraries.get().hold(name);
    }

    /** The jars that the bundle's classes see besides the core's. */
    List<Path> libraries() {
        return libraries.get().jars();
    }

    MetadataFile metadataFile() {
        return metadata.get();
    }

    Compilation compilation() {
        return compilation.get();
    }

    List<Finding> findings() {
        return findings;
    }

    private Map<String, String> readProperties() {
        Map<String, String> all = new HashMap<>(landscape.properties());
        sources().texts(FileRole.PROPERTIES).values().forEach(text -> PropertyLine.read(text)
                .forEach(entry -> all.put(entry.key(), entry.value())));
        return all;
    }
}
