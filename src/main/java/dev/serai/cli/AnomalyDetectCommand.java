package dev.serai.cli;

import dev.serai.service.intelligence.anomaly.AnomalyDetector;
import dev.serai.service.intelligence.anomaly.ScoredSeries;
import dev.serai.service.intelligence.anomaly.SeriesException;
import dev.serai.service.intelligence.anomaly.SeriesFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serai anomaly detect}: score each reading of a CSV file from those before it; needs no running Serai. */
@Command(
        name = "detect",
        header = "Score each reading of a CSV file by what came before it; needs no running Serai.",
        description = "Writes CSV with the columns timestamp, value and anomaly_score, 0 to 1; from "
                + AnomalyDetector.ANOMALY + " on it is an anomaly.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  serai anomaly detect --input latency.csv --timestamp time --value millis",
            "  serai anomaly detect --input latency.csv --timestamp time --value millis --output scores.csv"
        })
final class AnomalyDetectCommand implements Callable<Integer> {

    private static final String OUTPUT = "--output";

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "CSV with a header, in UTF-8.")
    private Path input = Path.of("");

    @Option(
            names = "--timestamp",
            required = true,
            paramLabel = "COL",
            description = "Column with the time: yyyy-MM-dd HH:mm:ss or ISO 8601.")
    private String timestamp = "";

    @Option(
            names = "--value",
            required = true,
            paramLabel = "COL",
            description = "Column with the number; an empty cell is a missing reading, which scores 0.")
    private String value = "";

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Path output;

    /** Puts the file in the place of the format that --output means everywhere else: the result is CSV whatever the format. */
    static void takeOutput(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        AnomalyDetectCommand command = (AnomalyDetectCommand) spec.userObject();
        spec.remove(Objects.requireNonNull(spec.findOption(OUTPUT)));
        spec.addOption(OptionSpec.builder(OUTPUT)
                .paramLabel("FILE")
                .type(Path.class)
                .description("File to write; an existing one is replaced. Default: standard output.")
                .setter(command::setOutput)
                .build());
    }

    @SuppressWarnings("unchecked") // picocli's setters are generic
    private <T> @Nullable T setOutput(@Nullable T file) {
        T before = (T) output;
        output = (Path) file;
        return before;
    }

    @Override
    public Integer call() {
        try (Reader from = Files.newBufferedReader(input, StandardCharsets.UTF_8)) {
            write(from);
            return ExitCode.FINE;
        } catch (SeriesException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e.hint(), e);
        } catch (NoSuchFileException e) {
            throw new CommandException(e.getFile() + " does not exist", "see: serai anomaly detect --help", e);
        } catch (IOException e) {
            throw new CommandException("the readings cannot be scored: " + e, "the input is CSV in UTF-8", e);
        }
    }

    private void write(Reader from) throws IOException {
        ScoredSeries series = new ScoredSeries(new SeriesFile(input.toString(), timestamp, value));
        if (output == null) {
            toScreen(series, from);
            return;
        }
        refuseSameFile(output);
        try (Writer to = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            series.write(from, to);
        }
    }

    private void toScreen(ScoredSeries series, Reader from) throws IOException {
        PrintWriter screen = Objects.requireNonNull(spec).commandLine().getOut();
        try {
            series.write(from, screen);
        } finally {
            screen.flush();
        }
    }

    private void refuseSameFile(Path file) throws IOException {
        if (Files.exists(file) && Files.isSameFile(file, input)) {
            throw new CommandException(
                    "--output " + file + " is the input itself", "name another file, or none for standard output");
        }
    }
}
