package dev.serai.management.lifecycle.gate;

import dev.serai.foundation.FileRole;
import dev.serai.management.lifecycle.CompiledClasses;
import dev.serai.management.lifecycle.gate.catalog.Lazy;
import dev.serai.management.lifecycle.gate.source.Place;
import dev.serai.management.lifecycle.gate.source.Problems;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles Java files in memory for Java 17, against this JVM's class path and the packs that the bundle uses, without annotation processors. */
final class JavaSources {

    private static final String SCHEME = "bundle:///";
    private static final List<String> OPTIONS =
            List.of("--release", "17", "-parameters", "-g", "-proc:none", "-nowarn", "-Xlint:none", "-implicit:none");

    /** Kept open between compilations: opening a hundred jars takes longer than compiling. */
    private final Lazy<StandardJavaFileManager> files =
            new Lazy<>(() -> compiler().getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8));

    /** One compilation at a time: the file manager cannot be shared. */
    synchronized Compilation compile(Candidate candidate) {
        Map<String, String> sources = candidate.sources().texts(FileRole.JAVA);
        Problems problems = new Problems(candidate.bundle(), "java");
        if (sources.isEmpty()) {
            return new Compilation(CompiledClasses.NONE, List.of());
        }
        if (ToolProvider.getSystemJavaCompiler() == null) {
            problems.error(
                    Place.of(sources.keySet().iterator().next()),
                    "this Java runtime has no compiler, expected a JDK",
                    "run Serai with a JDK, or write the integration without Java files");
            return new Compilation(CompiledClasses.NONE, problems.found());
        }
        return candidate.libraries().isEmpty()
                ? compile(sources, problems, files.get(), OPTIONS)
                : compileWith(candidate.libraries(), sources, problems);
    }

    /** The jars of packs are few, and differ from bundle to bundle: their file manager is not kept. */
    private static Compilation compileWith(List<Path> libraries, Map<String, String> sources, Problems problems) {
        List<String> options = new ArrayList<>(OPTIONS);
        options.add("-classpath");
        options.add(Stream.concat(
                        Stream.of(System.getProperty("java.class.path")),
                        libraries.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator)));
        try (StandardJavaFileManager manager =
                compiler().getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            return compile(sources, problems, manager, options);
        } catch (IOException e) {
            throw new UncheckedIOException("the jars of the packs cannot be closed: " + e.getMessage(), e);
        }
    }

    private static Compilation compile(
            Map<String, String> sources, Problems problems, StandardJavaFileManager manager, List<String> options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(new Source(path, text)));
        boolean compiled = compiler()
                .getTask(null, new InMemory(manager, classes), diagnostics, options, null, units)
                .call();
        diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .forEach(diagnostic -> tell(diagnostic, sources, problems));
        Map<String, byte[]> byName = new HashMap<>();
        classes.forEach((name, bytes) -> byName.put(name, InterruptibleLoops.in(bytes.toByteArray())));
        return new Compilation(compiled ? new CompiledClasses(byName) : CompiledClasses.NONE, problems.found());
    }

    private static JavaCompiler compiler() {
        return ToolProvider.getSystemJavaCompiler();
    }

    private static void tell(
            Diagnostic<? extends JavaFileObject> diagnostic, Map<String, String> sources, Problems problems) {
        String message = diagnostic
                .getMessage(Locale.ENGLISH)
                .replaceAll("\\s*\\R\\s*", ", ")
                .strip();
        JavaFileObject source = diagnostic.getSource();
        Place place = source instanceof Source known
                ? new Place(known.path, (int) Math.max(0, diagnostic.getLineNumber()), (int)
                        Math.max(0, diagnostic.getColumnNumber()))
                : Place.of(sources.keySet().iterator().next());
        problems.error(place, "Java does not compile: " + message, "");
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String path;
        private final String text;

        Source(String path, String text) {
            super(URI.create(SCHEME + path.replace(" ", "%20")), Kind.SOURCE);
            this.path = path;
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends SimpleJavaFileObject {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Output(String name) {
            super(URI.create(SCHEME + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(StandardJavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String name,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            Output output = new Output(name);
            classes.put(name, output.bytes);
            return output;
        }
    }
}
