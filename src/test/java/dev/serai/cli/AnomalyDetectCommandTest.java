package dev.serai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.cli.CommandLineFixture.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyDetectCommandTest {

    @TempDir
    Path home;

    private CommandLineFixture cli;
    private Path input;

    @BeforeEach
    void prepare() throws IOException {
        cli = new CommandLineFixture(home);
        input = home.resolve("load.csv");
        StringBuilder readings = new StringBuilder("value,time\n");
        for (int minute = 0; minute < 600; minute++) {
            String value = minute == 500 ? "900" : minute == 501 ? "" : String.valueOf(10 + minute % 3);
            readings.append(value).append(String.format(",2026-03-01 %02d:%02d:00%n", minute / 60, minute % 60));
        }
        Files.writeString(input, readings);
    }

    @Test
    void everyLineIsScoredOnStandardOutput() {
        String[] lines = detect("--value", "value").isFine().out().split("\n");

        assertThat(lines).hasSize(601).startsWith("timestamp,value,anomaly_score", "2026-03-01 00:00:00,10,0.000000");
        assertThat(score(lines[501])).isGreaterThan(0.5);
        assertThat(lines[502]).isEqualTo("2026-03-01 08:21:00,,0.000000");
        assertThat(lines).filteredOn(line -> score(line) > 0.5).hasSize(1);
    }

    @Test
    void outputIsAFileAndNotAFormat() throws IOException {
        Path output = home.resolve("json");

        Ran ran = detect("--value", "value", "--output", output.toString()).isFine();

        assertThat(ran.out()).isEmpty();
        assertThat(Files.readString(output))
                .isEqualTo(detect("--value", "value").isFine().out());
    }

    @Test
    void formatBeforeTheCommandStillIsTheFormatOfFailures() {
        Ran ran = cli.run(
                "--output",
                "json",
                "anomaly",
                "detect",
                "--input",
                "none.csv",
                "--timestamp",
                "time",
                "--value",
                "value");

        assertThat(ran.fails(1).json().path("error").asText()).isEqualTo("none.csv does not exist");
    }

    @Test
    void inputIsNeverOverwritten() throws IOException {
        String before = Files.readString(input);

        Ran ran = detect("--value", "value", "--output", input.toString()).fails(1);

        assertThat(ran.err()).contains("is the input itself; name another file, or none for standard output");
        assertThat(Files.readString(input)).isEqualTo(before);
    }

    @Test
    void columnThatIsNotThereIsToldWithTheNearestOne() {
        assertThat(detect("--value", "valu").fails(1).err())
                .contains(
                        "load.csv:1: there is no column \"valu\", expected one of value, time; did you mean \"value\"?");
    }

    @Test
    void whatWasScoredBeforeAWrongLineIsWritten() throws IOException {
        Files.writeString(input, "time,value\n2026-03-01,1\n2026-03-02,one\n");

        Ran ran = detect("--value", "value").fails(1);

        assertThat(ran.out()).isEqualTo("timestamp,value,anomaly_score\n2026-03-01,1,0.000000\n");
        assertThat(ran.err()).contains("load.csv:3:12: \"one\" is no number");
    }

    @Test
    void inputIsAskedFor() {
        assertThat(cli.run("anomaly", "detect").fails(2).err()).contains("--input=FILE");
    }

    private Ran detect(String... more) {
        String[] arguments = new String[6 + more.length];
        String[] first = {"anomaly", "detect", "--input", input.toString(), "--timestamp", "time"};
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return cli.run(arguments);
    }

    private static double score(String line) {
        String text = line.substring(line.lastIndexOf(',') + 1);
        return text.startsWith("a") ? 0 : Double.parseDouble(text);
    }
}
