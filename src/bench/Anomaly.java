package bench;

import dev.serai.service.intelligence.anomaly.AnomalyDetector;
import dev.serai.service.intelligence.anomaly.ScoredSeries;
import dev.serai.service.intelligence.anomaly.SeriesFile;
import dev.serai.service.intelligence.anomaly.SeriesFile.Reading;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How well the anomaly detector finds what people labelled, by the rules of the Numenta Anomaly Benchmark, and how many readings a second it
 * scores. {@code -Dcorpus=FOLDER} holds {@code data/FAMILY/FILE.csv}, {@code windows.json} and {@code score.py}, which gives the marks.
 */
final class Anomaly {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final String[] NO_WINDOWS = {"", "-", "", "", "no windows"};

    private final Path corpus;
    private final Path data;
    private final Path work;
    private final Path scores;

    private Anomaly(Path corpus, Path work) {
        this.corpus = corpus;
        this.data = corpus.resolve("data");
        this.work = work;
        this.scores = work.resolve("scores");
    }

    static void run() throws Exception {
        Path corpus = Path.of(System.getProperty("corpus", ""));
        if (!Files.isDirectory(corpus.resolve("data"))) {
            System.out.println(
                    "\nanomaly: not run, as -Dcorpus=FOLDER does not name one with data/, windows.json and score.py");
            return;
        }
        Path work = Files.createTempDirectory("serai-bench");
        new Anomaly(corpus.toAbsolutePath(), work).measure();
        Subject.remove(work);
    }

    private void measure() throws Exception {
        for (Path file : files(data)) {
            detect(file);
        }
        String[] all = marks(data, "");
        Table table = new Table("family", "standard", "windows and files").row("all", all[1], all[4]);
        for (Path family : families()) {
            String[] marks = marks(alone(family), all[3]);
            table.row(family.getFileName(), marks[1], marks[4]);
        }
        table.print("Marks of the standard profile, at the threshold " + all[3]);
        speed();
    }

    private void detect(Path file) throws IOException {
        Path to = scores.resolve(data.relativize(file).toString());
        Files.createDirectories(to.getParent());
        try (Reader from = Files.newBufferedReader(file);
                Writer scored = Files.newBufferedWriter(to)) {
            new ScoredSeries(series(file)).write(from, scored);
        }
    }

    /** A corpus of one family. */
    private Path alone(Path family) throws IOException {
        Path to = work.resolve(family.getFileName()).resolve(family.getFileName());
        Files.createDirectories(to);
        for (Path file : files(family)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
        return to.getParent();
    }

    /** The words of the scorer's line about the standard profile: its name, the mark, "threshold", the threshold, the rest. */
    private String[] marks(Path part, String threshold) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("python3", corpus.resolve("score.py").toString()));
        command.addAll(List.of(scores.toString(), "--data", part.toString()));
        command.addAll(List.of("--windows", corpus.resolve("windows.json").toString()));
        if (!threshold.isEmpty()) {
            command.addAll(List.of("--threshold", threshold));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean fine = process.waitFor() == 0;
        if (!fine && !said.contains("ZeroDivisionError")) {
            throw new IllegalStateException(said);
        }
        return fine ? said.lines().findFirst().orElseThrow().trim().split("\\s+", 5) : NO_WINDOWS;
    }

    private void speed() throws IOException {
        List<List<Reading>> all = new ArrayList<>();
        for (Path file : files(data)) {
            all.add(readings(file));
        }
        Table table = new Table("round", "readings", "a second of one core");
        for (int round = 1; round <= ROUNDS; round++) {
            table.row(round, all.stream().mapToInt(List::size).sum(), perSecond(all));
        }
        table.print("Readings scored");
    }

    private static List<Reading> readings(Path file) throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (Reader from = Files.newBufferedReader(file)) {
            series(file).read(from, readings::add);
        }
        return readings;
    }

    private static String perSecond(List<List<Reading>> all) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long count = 0;
        for (List<Reading> readings : all) {
            AnomalyDetector detector = new AnomalyDetector();
            readings.forEach(reading -> detector.score(reading.epochSecond(), reading.number()));
            count += readings.size();
        }
        return String.format(Locale.ROOT, "%.0f", count * 1e9 / (threads.getCurrentThreadCpuTime() - begin));
    }

    private static SeriesFile series(Path file) {
        return new SeriesFile(file.toString(), "timestamp", "value");
    }

    private List<Path> families() throws IOException {
        try (Stream<Path> children = Files.list(data)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walked = Files.walk(folder)) {
            return walked.filter(path -> path.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
