package dev.serai.service.intelligence.anomaly;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Writes a file's readings with their scores, each line before the next one is read.
 *
 * @param file where the readings stand
 */
public record ScoredSeries(SeriesFile file) {

    private static final String HEADER = "timestamp,value,anomaly_score\n";

    /**
     * @throws SeriesException when the readings cannot be read; what was scored until then is written
     * @throws IOException when a file cannot be read or written
     */
    public void write(Reader from, Writer to) throws IOException {
        AnomalyDetector detector = new AnomalyDetector();
        to.write(HEADER);
        try {
            file.read(from, reading -> write(reading, detector.score(reading.epochSecond(), reading.number()), to));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(SeriesFile.Reading reading, double score, Writer to) {
        try {
            to.write(reading.timestamp());
            to.write(',');
            to.write(reading.value());
            to.write(',');
            to.write(String.format(Locale.ROOT, "%.6f", score));
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
