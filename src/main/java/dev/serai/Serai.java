package dev.serai;

import dev.serai.cli.Cli;
import dev.serai.cli.Workbench;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import picocli.CommandLine.Help.Ansi;

/** Entry: hands the command line to the cli. */
public final class Serai {

    private Serai() {}

    public static void main(String[] args) {
        withoutGroovy();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Cli(Serai::workbench, out, err, System.getenv(), Ansi.AUTO).execute(args));
    }

    /** Picocli would start Groovy, because it is on the class path: 300 classes that no command needs. */
    private static void withoutGroovy() {
        System.setProperty("picocli.disable.closures", "true");
    }

    private static Workbench workbench() {
        return ServiceLoader.load(Workbench.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this build of Serai has no runtime; build it again"));
    }
}
