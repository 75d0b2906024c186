package dev.serai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher beside JDKs that are folders with a script: it prints what it would run. */
class LauncherTest {

    /** What a JDK's java does when the launcher has it write an archive. */
    private static final String WRITES_ARCHIVE =
            "for word; do case $word in -XX:AOTCacheOutput=*|-XX:ArchiveClassesAtExit=*) echo classes > \"${word#*=}\";; esac; done";

    @TempDir
    Path folder;

    private Path root;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aDistribution() throws IOException {
        root = Files.createDirectories(folder.resolve("a place/serai"));
        Files.copy(Path.of("serai"), root.resolve("serai"));
        write("target/serai.jar", "a jar");
        environment.put("HOME", folder.resolve("user").toString());
        environment.put("SERAI_DRY_RUN", "yes");
    }

    @Test
    void takesTheJdkThatJavaHomeNames() throws Exception {
        jdk("user/.jdks/new", "99.0.1", "");
        environment.put("JAVA_HOME", jdk("own", "17.0.9", "").toString());

        Outcome outcome = launch("status");

        assertThat(outcome.words())
                .first()
                .isEqualTo(folder.resolve("own/bin/java").toString());
        assertThat(outcome.words()).noneMatch(word -> word.contains("virtual"));
    }

    @Test
    void refusesAJavaHomeThatIsTooOld() throws Exception {
        environment.put("JAVA_HOME", jdk("old", "11.0.2", "").toString());

        Outcome outcome = launch("status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .isEqualTo("serai: JAVA_HOME is " + folder.resolve("old")
                        + ", a JDK 11.0.2; Serai needs 17 or newer: point it at one, or unset it\n");
    }

    @Test
    void refusesAJavaHomeThatIsNoJdk() throws Exception {
        environment.put("JAVA_HOME", folder.resolve("nowhere").toString());

        Outcome outcome = launch("status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("but there is no JDK (bin/java, bin/javac, release)");
    }

    @Test
    void findsTheNewestJdkByNumberAndNotByText() throws Exception {
        jdk("user/.sdkman/candidates/java/a", "99.0.9", "");
        jdk("user/.sdkman/candidates/java/b", "99.0.10", "");
        jdk("user/.jdks/c", "9.0.4", "");

        assertThat(launch("status").words()).first().asString().endsWith("/user/.sdkman/candidates/java/b/bin/java");
    }

    @Test
    void switchesVirtualThreadsOnFrom21() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "21.0.4", "").toString());

        assertThat(launch("run").words()).contains("-Dcamel.threads.virtual.enabled=true");
    }

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "17.0.9", "").toString());
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(folder.resolve("bin/two"), Path.of("../a place/serai/serai"));
        Files.createSymbolicLink(folder.resolve("one"), Path.of("bin/two"));

        Outcome outcome = launch(folder.resolve("one"), "status", "an integration");

        assertThat(outcome.words())
                .endsWith("-jar", root.toRealPath().resolve("target/serai.jar").toString(), "status", "an integration");
    }

    @Test
    void startsShortCommandsOnOneCompilerAndRunWithout() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "25.0.1", WRITES_ARCHIVE).toString());

        assertThat(launch("--home", "run", "status").words()).contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        assertThat(launch("--home", "x", "run").words()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void leavesTheChoiceOfACollectorToTheUser() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "17.0.9", "").toString());
        environment.put("JAVA_OPTS", "-Xmx99m -XX:+UseZGC");

        assertThat(launch("status").words()).contains("-Xmx99m", "-XX:+UseZGC").doesNotContain("-XX:+UseSerialGC");
    }

    @Test
    void writesOneArchiveForEachJdkAndUsesIt() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "25.0.1", WRITES_ARCHIVE).toString());

        Outcome first = launch("run");
        Outcome second = launch("run");

        String archive = root.toRealPath().resolve("target/serai-25.0.1.aot").toString();
        assertThat(first.err())
                .contains("serai: writing the AOT cache for JDK 25.0.1")
                .endsWith("serai: JDK 25.0.1, virtual threads, AOT cache\n");
        assertThat(second.err()).isEqualTo("serai: JDK 25.0.1, virtual threads, AOT cache\n");
        assertThat(second.words()).contains("-XX:AOTCache=" + archive);
    }

    @Test
    void usesAClassArchiveWhereTheJdkHasNoAotCache() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "17.0.9", WRITES_ARCHIVE).toString());

        Outcome outcome = launch("run");

        assertThat(outcome.err()).endsWith("serai: JDK 17.0.9, CDS archive\n");
        assertThat(outcome.words())
                .contains("-XX:SharedArchiveFile=" + root.toRealPath().resolve("target/serai-17.0.9.jsa"));
    }

    @Test
    void writesTheArchiveAnewForANewJar() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "25.0.1", WRITES_ARCHIVE).toString());
        launch("run");
        touch("target/serai.jar", 60);

        assertThat(launch("run").err()).contains("writing the AOT cache");
    }

    @Test
    void startsWithoutAnArchiveWhenNoneCouldBeWritten() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "25.0.1", "echo broken; exit 3").toString());

        Outcome first = launch("run");
        Outcome second = launch("run");

        assertThat(first.err())
                .contains("serai: no AOT cache could be written, so Serai starts more slowly; the reason is in ");
        assertThat(root.resolve("target/launcher-training.log")).hasContent("broken");
        assertThat(second.err()).isEqualTo("serai: JDK 25.0.1, virtual threads\n");
        assertThat(second.code()).isZero();
        assertThat(second.words()).noneMatch(word -> word.startsWith("-XX:AOTCache"));
    }

    @Test
    void buildsWhenASourceIsNewerThanTheJar() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "17.0.9", "").toString());
        sources("echo built with $JAVA_HOME");
        touch("src/main/java/A.java", 60);

        Outcome first = launch("status");
        touch("src/main/java/A.java", -60);
        Outcome second = launch("status");

        assertThat(first.err()).contains("serai: building with JDK 17.0.9");
        assertThat(root.resolve("target/launcher-build.log")).hasContent("built with " + folder.resolve("own"));
        assertThat(second.err()).isEmpty();
    }

    @Test
    void showsTheEndOfABuildThatFailed() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "17.0.9", "").toString());
        sources("echo line 7 is wrong; exit 1");
        Files.delete(root.resolve("target/serai.jar"));

        Outcome outcome = launch("status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("line 7 is wrong\nserai: the build failed; the whole log is in ");
    }

    @Test
    void saysWhatIsMissingWhereThereIsNothingToBuildFrom() throws Exception {
        environment.put("JAVA_HOME", jdk("own", "17.0.9", "").toString());
        Files.delete(root.resolve("target/serai.jar"));

        Outcome outcome = launch("status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).endsWith("serai.jar is missing, and there is no source to build it from\n");
    }

    private Outcome launch(String... words) throws IOException, InterruptedException {
        return launch(root.resolve("serai"), words);
    }

    private Outcome launch(Path launcher, String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(words));
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "JAVA_OPTS", "SERAI_OPTS"));
        builder.environment().putAll(environment);
        int code = builder.redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();
        return new Outcome(code, Files.readAllLines(out), Files.readString(err));
    }

    private Path jdk(String place, String version, String java) throws IOException {
        Path home = folder.resolve(place);
        script(home.resolve("bin/java"), java);
        script(home.resolve("bin/javac"), "");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void sources(String maven) throws IOException {
        write("pom.xml", "");
        write("src/main/java/A.java", "");
        script(root.resolve("mvnw"), maven);
        touch("pom.xml", -60);
        touch("src/main/java/A.java", -60);
        touch("src/main/java", -60);
        touch("src/main", -60);
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private void touch(String path, int seconds) throws IOException {
        Files.setLastModifiedTime(
                root.resolve(path), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    private static void script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Outcome(int code, List<String> words, String err) {}
}
