package dev.serai.service.intelligence.anomaly;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** The spellings of a time in a file of readings: ISO 8601 with a zone or without, with a T or a blank, or a day alone. */
final class ReadingTime {

    private static final Pattern ZONE = Pattern.compile(".*(Z|[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)");
    private static final int DAY = 10;

    private ReadingTime() {}

    /**
     * Seconds since 1970 on the clock that stands in the text; an offset is taken off, so that a day that changes it is no shift.
     *
     * @throws DateTimeException when it is none of the spellings
     */
    static long epochSecond(String text) {
        if (text.length() == DAY) {
            return LocalDate.parse(text).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        }
        String iso = text.length() > DAY && text.charAt(DAY) == ' '
                ? text.substring(0, DAY) + 'T' + text.substring(DAY + 1)
                : text;
        boolean zoned = iso.length() > DAY
                && ZONE.matcher(iso).region(DAY, iso.length()).matches();
        LocalDateTime local = zoned ? OffsetDateTime.parse(iso).toLocalDateTime() : LocalDateTime.parse(iso);
        return local.toEpochSecond(ZoneOffset.UTC);
    }
}
