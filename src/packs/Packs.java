import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import eu.maveniverse.maven.mima.extensions.mmr.MavenModelReader;
import eu.maveniverse.maven.mima.extensions.mmr.ModelRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Resolves packs with Maven's own resolver. The build calls {@code fetch}: every jar that a {@code pack.lock} names, by checksum.
 * Who changes the dependencies of a pack calls {@code lock}, see src/packs/lock.
 *
 * <pre>
 * fetch FOLDER TARGET        the jars of all packs below FOLDER into TARGET
 * lock FOLDER POM [NAME…]    writes pack.lock of the packs below FOLDER, over the core that POM describes
 * </pre>
 */
public final class Packs {

    private static final Pattern SERVICE =
            Pattern.compile("META-INF/services/org/apache/camel/((?:component|dataformat|language)/[^/]+)");
    private static final String LOCK = "pack.lock";

    private final Context maven;

    private Packs(Context maven) {
        this.maven = maven;
    }

    public static void main(String[] arguments) throws Exception {
        ContextOverrides overrides = ContextOverrides.create()
                .withUserSettings(true)
                .withUserSettingsXmlOverride(Path.of(".mvn/settings.xml").toAbsolutePath())
                .withLocalRepositoryOverride(Path.of(System.getProperty("maven.repo.local")))
                .offline(Boolean.getBoolean("offline"))
                .configProperties(Map.of("aether.connector.basic.threads", 8, "aether.dependencyCollector.impl", "bf"))
                .build();
        try (Context maven = Runtimes.INSTANCE.getRuntime().create(overrides)) {
            List<Path> packs = packs(Path.of(arguments[1]));
            switch (arguments[0]) {
                case "fetch" -> new Packs(maven).fetch(packs, Path.of(arguments[2]));
                case "lock" -> new Packs(maven).lock(packs, Path.of(arguments[2]), List.of(arguments).subList(3, arguments.length));
                default -> throw new IllegalArgumentException("fetch or lock, not " + arguments[0]);
            }
        } catch (PackException e) {
            System.err.println("packs: " + e.getMessage());
            System.exit(1);
        }
    }

    private static List<Path> packs(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    // fetch

    /** A jar as a lock names it. */
    private record Locked(String coordinates, String sha256, Path lock) {

        static Stream<Locked> of(Path lock) {
            return lines(lock).filter(line -> line.startsWith("jar ")).map(line -> {
                String[] words = line.split(" ");
                return new Locked(words[1], words[2], lock);
            });
        }

        Artifact artifact() {
            String[] parts = coordinates.split(":");
            return parts.length == 3
                    ? new DefaultArtifact(parts[0], parts[1], "jar", parts[2])
                    : new DefaultArtifact(parts[0], parts[1], parts[3], "jar", parts[2]);
        }

        String file() {
            return fileName(artifact());
        }
    }

    private void fetch(List<Path> packs, Path target) throws Exception {
        Map<String, Locked> byFile = new TreeMap<>();
        for (Path pack : packs) {
            locked(pack).forEach(jar -> checkSame(byFile.putIfAbsent(jar.file(), jar), jar));
        }
        Files.createDirectories(target);
        removeOthers(target, byFile.keySet());
        List<Locked> missing = byFile.values().stream()
                .filter(jar -> !isThere(jar, target.resolve(jar.file())))
                .toList();
        List<ArtifactRequest> requests = missing.stream()
                .map(jar -> new ArtifactRequest(jar.artifact(), maven.remoteRepositories(), jar.coordinates()))
                .toList();
        for (ArtifactResult result : resolve(requests)) {
            Locked jar = missing.get(requests.indexOf(result.getRequest()));
            Path file = result.getArtifact().getFile().toPath();
            if (!sha256(file).equals(jar.sha256())) {
                throw new PackException(file + " has the SHA-256 " + sha256(file) + ", expected " + jar.sha256() + " as " + jar.lock()
                        + " says; delete the file and build again, or write the lock anew with src/packs/lock");
            }
            place(file, target.resolve(jar.file()));
        }
        System.out.println("packs: " + byFile.size() + " jars in " + target + ", " + missing.size() + " of them new");
    }

    private static Stream<Locked> locked(Path pack) {
        Path lock = pack.resolve(LOCK);
        return Files.exists(lock) ? Locked.of(lock) : Stream.empty();
    }

    private static void checkSame(Locked before, Locked jar) {
        if (before != null && !before.sha256().equals(jar.sha256())) {
            throw new PackException(before.lock() + " and " + jar.lock() + " name different jars " + jar.file());
        }
    }

    private static void removeOthers(Path target, Set<String> wanted) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.filter(one -> !wanted.contains(one.getFileName().toString())).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isThere(Locked jar, Path file) {
        return Files.exists(file) && sha256(file).equals(jar.sha256());
    }

    private List<ArtifactResult> resolve(List<ArtifactRequest> requests) {
        try {
            return maven.repositorySystem().resolveArtifacts(maven.repositorySystemSession(), requests);
        } catch (ArtifactResolutionException e) {
            throw new PackException("jars of packs could not be had: " + e.getMessage() + "; build again with the network");
        }
    }

    /** A hard link where the file system can, as the jars of all packs take some hundred megabytes. */
    private static void place(Path from, Path to) throws IOException {
        Files.deleteIfExists(to);
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    // lock

    /**
     * What stands below {@code pack:} in a connector.yaml or server.yaml.
     *
     * @param dependencies group:artifact[:version[:classifier]]; the version may be left out where the core's pom manages it
     * @param excluded group:artifact or group, left out wherever they are asked for
     * @param boms further bills of materials, group:artifact:version
     * @param classes packages of Serai's own that only work with the pack
     * @param parent another pack whose classes this one sees; empty for none
     * @param alone whether it is resolved without the core: a program of its own
     */
    private record Wish(
            List<String> dependencies, List<String> excluded, List<String> boms, List<String> classes, String parent, boolean alone) {

        static Wish of(Path folder) throws IOException {
            for (String name : List.of("connector.yaml", "server.yaml")) {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    Object root = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
                    Map<?, ?> pack = root instanceof Map<?, ?> map && map.get("pack") instanceof Map<?, ?> section ? section : Map.of();
                    return new Wish(
                            texts(pack, "dependencies"),
                            texts(pack, "excluded"),
                            texts(pack, "boms"),
                            texts(pack, "classes"),
                            Objects.toString(pack.get("extends"), ""),
                            name.equals("server.yaml"));
                }
            }
            return new Wish(List.of(), List.of(), List.of(), List.of(), "", false);
        }

        boolean isEmpty() {
            return dependencies.isEmpty() && classes.isEmpty() && parent.isEmpty();
        }

        private static List<String> texts(Map<?, ?> section, String key) {
            return section.get(key) instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.of();
        }
    }

    private void lock(List<Path> packs, Path pom, List<String> names) throws Exception {
        ArtifactDescriptorResult core = core(pom);
        Map<String, Path> byName = new LinkedHashMap<>();
        packs.forEach(pack -> byName.put(pack.getFileName().toString(), pack));
        for (String name : names.isEmpty() ? byName.keySet() : names) {
            Path folder = byName.get(name);
            if (folder == null) {
                throw new PackException("there is no folder \"" + name + "\"; there are " + byName.keySet());
            }
            write(folder, Wish.of(folder), byName, core);
        }
    }

    private ArtifactDescriptorResult core(Path pom) throws Exception {
        MavenModelReader reader = new MavenModelReader(maven);
        var model = reader.readModel(ModelRequest.builder().setPomFile(pom.toAbsolutePath()).build());
        return model.toArtifactDescriptorResult(model.getEffectiveModel());
    }

    private void write(Path folder, Wish wish, Map<String, Path> byName, ArtifactDescriptorResult core) throws Exception {
        Path lock = folder.resolve(LOCK);
        if (wish.isEmpty()) {
            Files.deleteIfExists(lock);
            return;
        }
        Map<String, Artifact> before = new HashMap<>();
        List<Dependency> direct = new ArrayList<>();
        List<Dependency> managed = new ArrayList<>(managed(wish.boms()));
        if (!wish.alone()) {
            managed.addAll(core.getManagedDependencies());
            direct.addAll(core.getDependencies().stream().filter(Packs::isAtRuntime).toList());
            before.putAll(resolve(direct, managed));
        }
        for (String parent = wish.parent(); !parent.isEmpty(); parent = Wish.of(byName.get(parent)).parent()) {
            Wish above = Wish.of(byName.get(parent));
            direct.addAll(dependencies(above, managed));
            before.putAll(resolve(direct, managed));
        }
        direct.addAll(dependencies(wish, managed));
        Map<String, Artifact> own = new TreeMap<>(resolve(direct, managed));
        own.forEach((key, artifact) -> tellOtherVersion(folder, before.get(key), artifact));
        own.keySet().removeAll(before.keySet());
        Files.writeString(lock, text(wish, ownServices(folder), own.values()));
        System.out.println("packs: " + lock + ", " + own.size() + " jars");
    }

    private static boolean isAtRuntime(Dependency dependency) {
        return Set.of("", JavaScopes.COMPILE, JavaScopes.RUNTIME).contains(dependency.getScope());
    }

    private List<Dependency> managed(List<String> boms) throws ArtifactDescriptorException {
        List<Dependency> managed = new ArrayList<>();
        for (String bom : boms) {
            String[] parts = bom.split(":");
            Artifact artifact = new DefaultArtifact(parts[0], parts[1], "pom", parts[2]);
            managed.addAll(maven.repositorySystem()
                    .readArtifactDescriptor(
                            maven.repositorySystemSession(), new ArtifactDescriptorRequest(artifact, maven.remoteRepositories(), null))
                    .getManagedDependencies());
        }
        return managed;
    }

    private static List<Dependency> dependencies(Wish wish, List<Dependency> managed) {
        List<Exclusion> excluded = wish.excluded().stream()
                .map(text -> text.split(":"))
                .map(parts -> new Exclusion(parts[0], parts.length > 1 ? parts[1] : "*", "*", "*"))
                .toList();
        return wish.dependencies().stream()
                .map(text -> new Dependency(artifact(text, managed), JavaScopes.COMPILE, false, excluded))
                .toList();
    }

    private static Artifact artifact(String text, List<Dependency> managed) {
        String[] parts = text.split(":");
        String version = parts.length > 2
                ? parts[2]
                : managed.stream()
                        .map(Dependency::getArtifact)
                        .filter(one -> one.getGroupId().equals(parts[0]) && one.getArtifactId().equals(parts[1]))
                        .map(Artifact::getVersion)
                        .findFirst()
                        .orElseThrow(() -> new PackException(text + " needs a version: no bill of materials has it"));
        return new DefaultArtifact(parts[0], parts[1], parts.length > 3 ? parts[3] : "", "jar", version);
    }

    private Map<String, Artifact> resolve(List<Dependency> direct, List<Dependency> managed) {
        CollectRequest collect = new CollectRequest(direct, managed, maven.remoteRepositories());
        DependencyRequest request =
                new DependencyRequest(collect, DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME));
        try {
            return maven.repositorySystem().resolveDependencies(maven.repositorySystemSession(), request).getArtifactResults().stream()
                    .map(ArtifactResult::getArtifact)
                    .filter(artifact -> artifact.getExtension().equals("jar"))
                    .collect(Collectors.toMap(
                            one -> one.getGroupId() + ":" + one.getArtifactId() + ":" + one.getClassifier(), one -> one, (a, b) -> a));
        } catch (DependencyResolutionException e) {
            throw new PackException(deepest(e));
        }
    }

    private static String deepest(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : failure.getMessage() + ": " + deepest(failure.getCause());
    }

    private static void tellOtherVersion(Path folder, Artifact core, Artifact wanted) {
        if (core != null && !core.getVersion().equals(wanted.getVersion())) {
            System.out.println("packs: " + folder + " asks for " + wanted + ", and is given " + core.getVersion() + " of what it builds on");
        }
    }

    /** What Serai's own classes of a pack provide lies in the core, below the pack's name. */
    private static List<String> ownServices(Path folder) throws IOException {
        Path own = Path.of("src/main/resources/packs").resolve(folder.getFileName());
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(own)) {
            return files.map(file -> SERVICE.matcher(own.relativize(file).toString()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .toList();
        }
    }

    private static String text(Wish wish, Collection<String> ownServices, Collection<Artifact> artifacts) throws IOException {
        Set<String> services = new TreeSet<>(ownServices);
        StringBuilder jars = new StringBuilder();
        for (Artifact artifact : artifacts) {
            Path file = artifact.getFile().toPath();
            services.addAll(services(file));
            String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
            jars.append("jar ").append(artifact.getGroupId()).append(':').append(artifact.getArtifactId()).append(':')
                    .append(artifact.getVersion()).append(classifier).append(' ').append(sha256(file)).append('\n');
        }
        String above = wish.parent().isEmpty() ? "" : "extends " + wish.parent() + "\n";
        String classes = wish.classes().stream().map(name -> "classes " + name + "\n").collect(Collectors.joining());
        String provided = services.stream().map(service -> "provides " + service + "\n").collect(Collectors.joining());
        return "# Written by src/packs/lock: what the pack adds, each jar with its SHA-256.\n" + above + classes + provided + jars;
    }

    private static List<String> services(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> SERVICE.matcher(entry.getName()))
                    .filter(Matcher::matches)
                    .map(matcher -> matcher.group(1))
                    .toList();
        }
    }

    private static String fileName(Artifact artifact) {
        String classifier = artifact.getClassifier().isEmpty() ? "" : "-" + artifact.getClassifier();
        return artifact.getArtifactId() + "-" + artifact.getVersion() + classifier + ".jar";
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream();
        } catch (IOException e) {
            throw new PackException(file + " cannot be read: " + e.getMessage());
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new PackException(file + " cannot be read: " + e);
        }
    }

    private static final class PackException extends RuntimeException {
        private static final long serialVersionUID = 1;

        PackException(String message) {
            super(message);
        }
    }
}
