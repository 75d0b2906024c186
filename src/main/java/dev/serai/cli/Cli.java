package dev.serai.cli;

import dev.serai.foundation.DidYouMean;
import dev.serai.foundation.configuration.ConfigurationException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Serai's command line: reads the arguments, runs one command, returns its exit code. */
public final class Cli {

    private final Supplier<Workbench> workbench;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;
    private final Ansi ansi;

    /**
     * @param workbench built on first use only, so that a short command does not load what it does not need
     * @param out results
     * @param err failures
     * @param environment the process's environment variables
     * @param ansi whether to write in colour
     */
    public Cli(
            Supplier<Workbench> workbench,
            PrintWriter out,
            PrintWriter err,
            Map<String, String> environment,
            Ansi ansi) {
        this.workbench = workbench;
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.ansi = ansi;
    }

    public int execute(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("run")) {
            workbench.get().expectRun();
        }
        GlobalOptions options = new GlobalOptions(environment);
        Session session = new Session(options, workbench, () -> new Screen(out, err, options.output(), ansi));
        CommandLine line = new CommandLine(new SeraiCommand(options));
        new Commands(session).addTo(line, arguments);
        tellVersion(line);
        return line.setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                .setParameterExceptionHandler((failure, seen) -> wrongUsage(failure, seen))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, session.screen()))
                .execute(arguments);
    }

    private static void tellVersion(CommandLine line) {
        String version = Cli.class.getPackage().getImplementationVersion();
        line.getCommandSpec().version("serai " + (version == null ? "development" : version));
        line.getSubcommands().values().forEach(Cli::tellVersion);
    }

    /** The options may not have been read when an argument is wrong, so the wish for JSON is looked up in the arguments. */
    private int wrongUsage(ParameterException failure, String[] arguments) {
        Output output = wantsJson(arguments) ? Output.json : Output.text;
        new Screen(out, err, output, ansi).failure(usageMessage(failure), hint(failure));
        return ExitCode.WRONG_USAGE;
    }

    private static boolean wantsJson(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        int option = words.indexOf("--output");
        boolean next = option >= 0
                && option + 1 < words.size()
                && words.get(option + 1).equals("json");
        return next || words.contains("--output=json");
    }

    private static String usageMessage(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            boolean option = first.startsWith("-");
            boolean command =
                    !option && !failure.getCommandLine().getSubcommands().isEmpty();
            return "unknown " + (option ? "option" : command ? "command" : "argument") + " \"" + first + "\"";
        }
        String message = String.valueOf(failure.getMessage());
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }

    private static String hint(ParameterException failure) {
        String help = "see: " + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help";
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return help;
        }
        String near = DidYouMean.hint(unmatched.getUnmatched().get(0), words(failure.getCommandLine()));
        return near.isEmpty() ? help : near + " " + help;
    }

    /** Every word that could stand where an unknown one was seen. */
    private static Set<String> words(CommandLine line) {
        Set<String> words = new TreeSet<>(line.getSubcommands().keySet());
        words.addAll(line.getCommandSpec().optionsMap().keySet());
        return words;
    }

    private int failed(Exception failure, Screen screen) {
        if (failure instanceof CommandException known) {
            screen.failure(String.valueOf(known.getMessage()), known.hint());
            return ExitCode.FAILED;
        }
        if (failure instanceof ConfigurationException configuration) {
            screen.failure("the configuration cannot be used", configuration.findings());
            return ExitCode.FAILED;
        }
        boolean debug = Boolean.parseBoolean(environment.getOrDefault("SERAI_DEBUG", "false"));
        screen.failure(message(failure), debug || speaksForItself(failure) ? "" : "SERAI_DEBUG=true shows where");
        if (debug) {
            screen.trace(failure);
        }
        return ExitCode.FAILED;
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        return message == null || !speaksForItself(failure) ? failure.toString() : message;
    }

    /** Whether it is one of Serai's own, whose messages say what to do. */
    private static boolean speaksForItself(Exception failure) {
        return failure.getMessage() != null && failure.getClass().getName().startsWith("dev.serai.");
    }
}
