package dev.serai.service.intelligence.anomaly;

import dev.serai.foundation.DidYouMean;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with one reading in each line, as a stream: a line is handed on before the next is read.
 *
 * @param name the file's, for messages
 * @param timestamp name of the column that says when
 * @param value name of the column that says how much
 */
public record SeriesFile(String name, String timestamp, String value) {

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** How a file says that a reading is missing. */
    private static final Set<String> MISSING = Set.of("", "nan", "null", "na", "n/a");

    /**
     * One line.
     *
     * @param timestamp as it is written
     * @param epochSecond when it was made, by the clock that it is written in
     * @param value as it is written
     * @param number what was read; NaN when the reading is missing
     */
    public record Reading(String timestamp, long epochSecond, String value, double number) {}

    /**
     * Reads line by line.
     *
     * @throws SeriesException when a column is missing or a line cannot be read
     * @throws IOException when the file cannot be read
     */
    public void read(Reader text, Consumer<Reading> readings) throws IOException {
        try (CSVParser lines = FORMAT.parse(text)) {
            List<String> header = lines.getHeaderNames();
            int when = column(header, timestamp, "--timestamp");
            int what = column(header, value, "--value");
            for (CSVRecord line : lines) {
                readings.accept(reading(line, lines.getCurrentLineNumber(), when, what));
            }
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException torn) {
                throw torn(torn);
            }
            throw e.getCause();
        } catch (CSVException e) {
            throw torn(e);
        }
    }

    private SeriesException torn(CSVException e) {
        return new SeriesException(name + " is no CSV: " + e.getMessage(), "look for a quote without its twin");
    }

    private int column(List<String> header, String column, String option) {
        int at = header.indexOf(column);
        if (at >= 0) {
            return at;
        }
        String near = DidYouMean.hint(column, header);
        throw new SeriesException(
                name + ":1: there is no column \"" + column + "\", expected one of " + String.join(", ", header),
                near.isEmpty() ? "name the column by " + option : near);
    }

    private Reading reading(CSVRecord line, long number, int when, int what) {
        if (line.size() <= Math.max(when, what)) {
            throw new SeriesException(
                    name + ":" + number + ": the line ends after " + line.size() + " of " + (Math.max(when, what) + 1)
                            + " cells",
                    "complete the line or take it out");
        }
        String time = line.get(when);
        String text = line.get(what);
        return new Reading(
                time,
                epochSecond(line, number, when, time),
                text,
                missing(text) ? Double.NaN : parsed(line, number, what));
    }

    private static boolean missing(String text) {
        return text.length() <= 4 && MISSING.contains(text.toLowerCase(Locale.ROOT));
    }

    private long epochSecond(CSVRecord line, long number, int at, String text) {
        try {
            return ReadingTime.epochSecond(text);
        } catch (DateTimeException e) {
            throw new SeriesException(
                    place(line, number, at) + ": \"" + shortened(text) + "\" is no time",
                    "expected yyyy-MM-dd HH:mm:ss or ISO 8601");
        }
    }

    private double parsed(CSVRecord line, long number, int at) {
        String text = line.get(at);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new SeriesException(
                    place(line, number, at) + ": \"" + shortened(text) + "\" is no number",
                    "expected one such as 12.5, or nothing where the reading is missing");
        }
    }

    /** The cell's place for an editor; blanks and quotes around the cells before it are not counted. */
    private String place(CSVRecord line, long number, int at) {
        int column = 1;
        for (int cell = 0; cell < at; cell++) {
            column += line.get(cell).length() + 1;
        }
        return name + ":" + number + ":" + column;
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
