package dev.serai.service.intelligence.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.service.intelligence.anomaly.SeriesFile.Reading;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01 12:00:00",
                "2026-03-01 12:00:00.000000",
                "2026-03-01T12:00",
                "2026-03-01T12:00:00Z",
                "2026-03-01 12:00:00+02:00",
                "2026-03-01T12:00:00.5-05:00"
            })
    void timeIsReadInManySpellingsAsTheClockShowsIt(String time) throws IOException {
        List<Reading> readings = read("time,value\n" + time + ",1\n");

        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.epochSecond()).isEqualTo(NOON.toEpochSecond(ZoneOffset.UTC));
            assertThat(reading.timestamp()).isEqualTo(time);
        });
    }

    @Test
    void dayAloneIsItsMidnight() throws IOException {
        assertThat(read("time,value\n2026-03-01,1\n"))
                .singleElement()
                .extracting(Reading::epochSecond)
                .isEqualTo(NOON.minusHours(12).toEpochSecond(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "NaN", "null", "NA", "n/a"})
    void missingReadingIsNoNumber(String cell) throws IOException {
        assertThat(read("time,value\n2026-03-01," + cell + "\n"))
                .singleElement()
                .extracting(Reading::number)
                .isEqualTo(Double.NaN);
    }

    @Test
    void columnsMayStandAnywhereAndInQuotes() throws IOException {
        assertThat(read("host,value,time\n\"a,b\",\"-1.5e3\",2026-03-01\n"))
                .singleElement()
                .extracting(Reading::number)
                .isEqualTo(-1500.0);
    }

    @Test
    void columnThatIsNotThereIsNamedWithTheNearestOne() {
        assertThatThrownBy(() -> read("time,valeu\n"))
                .isInstanceOfSatisfying(
                        SeriesException.class, e -> assertThat(e.hint()).isEqualTo("did you mean \"valeu\"?"))
                .hasMessage("load.csv:1: there is no column \"value\", expected one of time, valeu");
    }

    @Test
    void columnThatIsNearNothingIsAskedFor() {
        assertThatThrownBy(() -> read("time,latency\n"))
                .isInstanceOfSatisfying(
                        SeriesException.class, e -> assertThat(e.hint()).isEqualTo("name the column by --value"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-01 12:00:00,12x | load.csv:3:21: \"12x\" is no number",
                "yesterday,1             | load.csv:3:1: \"yesterday\" is no time",
                "2026-13-01,1            | load.csv:3:1: \"2026-13-01\" is no time",
                "2026-03-01              | load.csv:3: the line ends after 1 of 2 cells"
            })
    void wrongLineIsToldByItsPlace(String line, String message) {
        assertThatThrownBy(() -> read("time,value\n2026-03-01,1\n" + line + "\n"))
                .isInstanceOf(SeriesException.class)
                .hasMessage(message);
    }

    @Test
    void quoteWithoutItsTwinIsTold() {
        assertThatThrownBy(() -> read("time,value\n2026-03-01,\"1\n"))
                .isInstanceOf(SeriesException.class)
                .hasMessageStartingWith("load.csv is no CSV: ");
    }

    private static List<Reading> read(String text) throws IOException {
        List<Reading> readings = new ArrayList<>();
        new SeriesFile("load.csv", "time", "value").read(new StringReader(text), readings::add);
        return readings;
    }
}
