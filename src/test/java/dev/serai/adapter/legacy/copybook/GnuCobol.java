package dev.serai.adapter.legacy.copybook;

import dev.serai.fixture.server.DebianProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** GnuCOBOL's compiler, of this machine or out of Debian's packages, unpacked below {@code target/}. */
final class GnuCobol {

    private static final List<String> PACKAGES = List.of("gnucobol3", "libcob4", "libcob4-dev", "libgmp-dev");
    private static final int PATIENCE_SECONDS = 120;

    private final Path compiler;
    private final Map<String, String> environment;

    private GnuCobol(Path compiler, Map<String, String> environment) {
        this.compiler = compiler;
        this.environment = environment;
    }

    /** Empty where there is none and none can be had; what needs it is then to be listed as not run. */
    static Optional<GnuCobol> find() throws IOException, InterruptedException {
        if (!hasCompilerForC()) {
            return Optional.empty();
        }
        Optional<GnuCobol> installed = DebianProgram.installed("cobc").map(cobc -> new GnuCobol(cobc, Map.of()));
        return installed.isPresent() ? installed : unpacked();
    }

    private static Optional<GnuCobol> unpacked() throws IOException {
        Optional<DebianProgram> packages = DebianProgram.of("gnucobol", PACKAGES);
        return packages.isEmpty()
                ? Optional.empty()
                : Optional.of(new GnuCobol(packages.get().file("usr/bin/cobc"), places(packages.get())));
    }

    /** Where the compiler looks for what would stand below {@code /usr} if it were installed. */
    private static Map<String, String> places(DebianProgram unpacked) throws IOException {
        Path libraries;
        try (Stream<Path> folders = Files.list(unpacked.file("usr/lib"))) {
            libraries = folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path include = unpacked.file("usr/include");
        Map<String, String> places = new HashMap<>();
        places.put("COB_CONFIG_DIR", unpacked.file("etc/gnucobol").toString());
        places.put("COB_CFLAGS", "-pipe -w -I" + include + " -I" + include.resolve(libraries.getFileName()));
        places.put("COB_LDFLAGS", "-L" + libraries);
        places.put("COB_LIBS", "-L" + libraries + " -lcob");
        places.put("LD_LIBRARY_PATH", libraries.toString());
        return places;
    }

    private static boolean hasCompilerForC() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", "gcc --version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** Compiles a program in a folder, and runs it there. */
    void run(Path folder, String name, String program, List<String> flags) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(name + ".cob"), program);
        List<String> compile = new ArrayList<>(List.of(compiler.toString(), "-x", "-std=ibm"));
        compile.addAll(flags);
        compile.addAll(List.of("-o", name, name + ".cob"));
        run(folder, compile);
        run(folder, List.of("./" + name));
    }

    /** Runs a command in a folder, with what it says in the failure. */
    void run(Path folder, List<String> command) throws IOException, InterruptedException {
        run(folder, command, environment);
    }

    /** Runs a command that is no part of the compiler. */
    static void plain(Path folder, List<String> command) throws IOException, InterruptedException {
        run(folder, command, Map.of());
    }

    private static void run(Path folder, List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " took too long");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " ended with " + process.exitValue() + ":\n" + Files.readString(log));
        }
    }
}
